import type { DatabaseTransaction, Db } from '#platform/database/types.server.ts'
import { saveRegister, withoutLine } from '#platform/import/save-register.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import type { DutyRule, Mark } from './duty.ts'
import type { DutyRows } from './sheets.ts'
import type { DutyTables } from './tables.server.ts'

type Own = Db<DutyTables>

/** What tells rows of a municipality's own duties apart. */
export const OWN_DUTIES = { table: 'work.own_duty', key: ['id'] } as const

/** Stores what the country asks for in the caller's transaction. */
export async function importDuties(tx: DatabaseTransaction, change: Change, { duties }: DutyRows) {
  change.counts.changed += await saveRegister(tx, 'work.duty', ['key', 'valid_from'], duties.map(withoutLine))
}

/** Every rule that the country has or had, those that began first before the others. One statement. */
export async function findNationalRules(db: Own): Promise<DutyRule[]> {
  const rows = await db.selectFrom('work.duty').selectAll().orderBy('key').orderBy('valid_from').execute()
  return rows.map((row) => ({
    ...ruleOf(row),
    key: row.key,
    basis: { kind: row.basis, words: { lv: row.basis_lv, en: row.basis_en }, link: row.link },
    institutionTypes: row.institution_types?.split(';') ?? [],
    unverified: both(row.unverified_lv, row.unverified_en),
    accountId: null,
  }))
}

/** What a municipality asks of itself and of its institutions. One statement. */
export async function findOwnRules(db: Own, municipalityId: string): Promise<DutyRule[]> {
  const rows = await ownDuties(db, municipalityId).where('withdrawn_at', 'is', null).execute()
  return rows.map((row) => ({
    ...ruleOf(row),
    key: row.id,
    basis: { kind: 'own', words: { lv: row.basis_lv, en: row.basis_en }, link: row.link },
    institutionTypes: [],
    unverified: null,
    accountId: row.account_id,
  }))
}

/** One of a municipality's own duties as it is kept; undefined where there is none. */
export const findOwnDuty = (db: Own, municipalityId: string, id: string) =>
  ownDuties(db, municipalityId).where('id', '=', id).executeTakeFirst()

const ownDuties = (db: Own, municipalityId: string) =>
  db
    .selectFrom('work.own_duty')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('name_lv')
    .orderBy('id')

type RuleRow = Omit<
  DutyTables['work.duty'],
  'key' | 'basis' | 'institution_types' | 'unverified_lv' | 'unverified_en'
>

const ruleOf = (row: RuleRow) => ({
  kind: row.kind,
  name: { lv: row.name_lv, en: row.name_en },
  asks: both(row.asks_lv, row.asks_en),
  performer: row.performer,
  rhythm: row.rhythm,
  due: row.due,
  about: row.about,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

const both = (lv: string | null, en: string | null) => (lv === null ? null : { lv, en: en ?? lv })

/** Everything that was said of duties of a municipality, the earliest first. One statement. */
export async function findMarks(db: Own, municipalityId: string): Promise<Mark[]> {
  const rows = await marks(db, municipalityId).execute()
  return rows.map(markOf)
}

/** What was said of one time of a duty, of the municipality or of one institution, the earliest first. */
export async function findMarksOf(
  db: Own,
  municipalityId: string,
  { duty, period, institutionId }: Pick<Mark, 'duty' | 'period' | 'institutionId'>,
): Promise<Mark[]> {
  const rows = await marks(db, municipalityId)
    .where('duty', '=', duty)
    .where('period', '=', period)
    .where('institution_id', institutionId === null ? 'is' : '=', institutionId)
    .execute()
  return rows.map(markOf)
}

/** What an account has said of duties, for its own export. */
export const findMarksBy = (db: Own, accountId: string) =>
  db
    .selectFrom('work.duty_done')
    .select(['municipality_id', 'duty', 'period', 'kind', 'done_on', 'note', 'at'])
    .where('account_id', '=', accountId)
    .orderBy('at')
    .execute()

const marks = (db: Own, municipalityId: string) =>
  db
    .selectFrom('work.duty_done')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('at')
    .orderBy('id')

const markOf = (row: Omit<DutyTables['work.duty_done'], 'at'> & { at: Date }): Mark => ({
  id: row.id,
  institutionId: row.institution_id,
  duty: row.duty,
  period: row.period,
  kind: row.kind,
  doneOn: row.done_on,
  note: row.note,
  link: row.link,
  file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '' },
  accountId: row.account_id,
  at: row.at,
})

/** Adds what somebody says of a duty; what was sent twice is there once. */
export async function insertMark(db: Own, change: Change, mark: Omit<Mark, 'at'>) {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('work.duty_done')
    .values({
      municipality_id: change.municipalityId,
      institution_id: mark.institutionId,
      id: mark.id,
      duty: mark.duty,
      period: mark.period,
      kind: mark.kind,
      done_on: mark.doneOn,
      note: mark.note,
      link: mark.link,
      file_id: mark.file?.id ?? null,
      file_name: mark.file?.name ?? null,
      account_id: mark.accountId,
      change_id: change.id,
      is_public: change.isPublic,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  change.counts.added += Number(numInsertedOrUpdatedRows)
}

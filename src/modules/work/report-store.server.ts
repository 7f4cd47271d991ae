import type { Generated } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import type { Place, Report, ReportKind } from './report.ts'

export interface ReportTables {
  'work.report': {
    municipality_id: string
    id: string
    sent_at: Generated<Date>
    kind: ReportKind
    address: string | null
    about: string | null
    content: string
    language: 'lv' | 'en'
    state: Generated<Report['state']>
    /** the writing that changed its state last */
    change_id: Generated<string | null>
    revision: Generated<number>
    account_id: Generated<string | null>
    close_reason: Generated<string | null>
  }
  'identity.report_contact': {
    municipality_id: string
    report_id: string
    contact: string
    /** the day on which it is erased, `YYYY-MM-DD` */
    erase_on: Generated<string>
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends ReportTables {}
}
type Own = Db<ReportTables>

type NewReport = {
  municipalityId: string
  id: string
  kind: ReportKind
  place: Place | undefined
  content: string
  language: 'lv' | 'en'
}

/** Puts a report into the letter box. @returns false when it was there already */
export async function insertReport(db: Own, report: NewReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('work.report')
    .values({
      municipality_id: report.municipalityId,
      id: report.id,
      kind: report.kind,
      address: report.place?.address ?? null,
      about: report.place?.title ?? null,
      content: report.content,
      language: report.language,
    })
    // Naming the key here would need the right to read it.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertContact(
  db: Own,
  { municipalityId, id }: Pick<NewReport, 'municipalityId' | 'id'>,
  contact: string,
) {
  await db
    .insertInto('identity.report_contact')
    .values({ municipality_id: municipalityId, report_id: id, contact })
    .execute()
}

/** Reports to a municipality, the newest first, with contacts where they may be seen. */
export async function findReports(db: Own, municipalityId: string): Promise<Report[]> {
  const rows = await db
    .selectFrom('work.report as r')
    .leftJoin('identity.report_contact as c', (join) =>
      join.onRef('c.municipality_id', '=', 'r.municipality_id').onRef('c.report_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.sent_at',
      'r.kind',
      'r.state',
      'r.address',
      'r.about',
      'r.content',
      'r.language',
      'c.contact',
    ])
    .where('r.municipality_id', '=', municipalityId)
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map(({ id, sent_at, kind, state, address, about, content, language, contact }) => ({
    id,
    sentAt: sent_at,
    kind,
    state,
    place: address === null ? null : { address, title: about ?? address },
    content,
    language,
    contact,
  }))
}

/** @returns false when there is no such report, or it is closed already */
export async function closeReport(db: Own, change: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('work.report')
    .set((row) => ({ state: 'closed', change_id: change.id, revision: row('revision', '+', 1) }))
    .where('municipality_id', '=', change.municipalityId)
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Erases contacts whose day has come, for the database lets go of no others. @returns how many */
export async function deleteOverdueContacts(db: Own): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('identity.report_contact').executeTakeFirst()
  return Number(numDeletedRows)
}

/** The messages that an account was given to deal with, for its own export: whose they are, not what they say. */
export function findReportsOf(db: Own, accountId: string) {
  return db
    .selectFrom('work.report')
    .select(['municipality_id', 'id', 'sent_at', 'state'])
    .where('account_id', '=', accountId)
    .orderBy('sent_at')
    .execute()
}

import type { Db } from '#platform/database/types.server.ts'
import type { Place, Report, ReportKind } from './model.ts'

export interface WorkTables {
  'work.report': {
    municipality_id: string
    id: string
    sent_at: Date
    kind: ReportKind
    address: string | null
    about: string | null
    content: string
    language: 'lv' | 'en'
    state: Report['state']
    is_public: boolean
  }
  'identity.report_contact': {
    municipality_id: string
    report_id: string
    contact: string
    erase_on: string
    is_public: boolean
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends WorkTables {}
}
type Own = Db<WorkTables>

type NewReport = {
  municipalityId: string
  id: string
  sentAt: Date
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
      sent_at: report.sentAt,
      kind: report.kind,
      address: report.place?.address ?? null,
      about: report.place?.title ?? null,
      content: report.content,
      language: report.language,
      state: 'new',
      is_public: false,
    })
    // Naming the key here would need the right to read it.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @param eraseOn the day on which it is erased, `YYYY-MM-DD` */
export async function insertContact(
  db: Own,
  { municipalityId, id }: Pick<NewReport, 'municipalityId' | 'id'>,
  contact: string,
  eraseOn: string,
) {
  await db
    .insertInto('identity.report_contact')
    .values({ municipality_id: municipalityId, report_id: id, contact, erase_on: eraseOn, is_public: false })
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
export async function closeReport(db: Own, municipalityId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('work.report')
    .set({ state: 'closed' })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'new')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Erases contacts whose day has come. @returns how many */
export async function deleteOverdueContacts(db: Own, today: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.report_contact')
    .where('erase_on', '<=', today)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

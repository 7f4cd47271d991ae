import type { Db } from '#platform/database/types.server.ts'
import type { ReportDraft } from './model.ts'
import type { ReportTables } from './tables.server.ts'

type Own = Db<ReportTables>

/** What tells rows of reports apart. */
export const REPORTS = { table: 'publishing.report', key: ['id'], hasId: true } as const

const reports = (db: Own, municipalityId: string) =>
  db.selectFrom('publishing.report').selectAll().where('municipality_id', '=', municipalityId)

/** Reports of a municipality that are being written, the one changed last first. One statement. */
export async function findReports(db: Own, municipalityId: string): Promise<ReportDraft[]> {
  const rows = await reports(db, municipalityId).orderBy('changed_at', 'desc').orderBy('id').execute()
  return rows.map(draftOf)
}

/** One of them, by its key. */
export async function findReport(
  db: Own,
  municipalityId: string,
  key: string,
): Promise<ReportDraft | undefined> {
  const row = await reports(db, municipalityId).where('key', '=', key).executeTakeFirst()
  return row && draftOf(row)
}

/** Keys that begin alike, so that a new one can be told from them. */
export async function findKeysLike(db: Own, municipalityId: string, key: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('publishing.report')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .where('key', 'like', `${key}%`)
    .execute()
  return new Set(rows.map((row) => row.key))
}

/** A report as its table has it. */
export const reportRow = (draft: Omit<ReportDraft, 'changedAt' | 'version'>) => ({
  id: draft.id,
  key: draft.key,
  kind: draft.kind,
  strategy: draft.strategy,
  institution_id: draft.institutionId,
  as_of: draft.asOf,
  since: draft.since,
  title: draft.title,
  state: draft.state,
})

const draftOf = (row: ReportTables['publishing.report']): ReportDraft => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  strategy: row.strategy,
  institutionId: row.institution_id,
  asOf: row.as_of,
  since: row.since,
  title: row.title,
  state: row.state,
  changedAt: row.changed_at,
  version: row.revision,
})

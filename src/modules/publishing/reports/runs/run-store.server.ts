import type { Db } from '#platform/database/types.server.ts'
import type { ReportRun, RunItem } from '../model.ts'
import type { ReportTables } from '../tables.server.ts'

type Own = Db<ReportTables>

export const RUNS = { table: 'publishing.report_run', key: ['id'], hasId: true } as const
export const RUN_ITEMS = { table: 'publishing.report_run_item', key: ['run_id', 'institution_id'] } as const

const runs = (db: Own, municipalityId: string) =>
  db.selectFrom('publishing.report_run').selectAll().where('municipality_id', '=', municipalityId)

/** Runs of a municipality, the newest first. One statement. */
export async function findRuns(db: Own, municipalityId: string): Promise<ReportRun[]> {
  const rows = await runs(db, municipalityId).orderBy('asked_at', 'desc').orderBy('id').execute()
  return rows.map(runOf)
}

/** One of them. */
export async function findRun(db: Own, municipalityId: string, id: string): Promise<ReportRun | undefined> {
  const row = await runs(db, municipalityId).where('id', '=', id).executeTakeFirst()
  return row && runOf(row)
}

/** What has become of each institution of a run. One statement. */
export async function findRunItems(db: Own, municipalityId: string, runId: string): Promise<RunItem[]> {
  const rows = await db
    .selectFrom('publishing.report_run_item')
    .select(['institution_id', 'state', 'problem', 'files'])
    .where('municipality_id', '=', municipalityId)
    .where('run_id', '=', runId)
    .orderBy('institution_id')
    .execute()
  return rows.map(({ institution_id, ...row }) => ({ ...row, institutionId: institution_id }))
}

/** An institution of a run as its table has it. */
export const itemRow = (runId: string, { institutionId, state, problem, files }: RunItem) => ({
  run_id: runId,
  institution_id: institutionId,
  state,
  problem,
  files: [...files],
})

const runOf = (row: ReportTables['publishing.report_run']): ReportRun => ({
  id: row.id,
  kind: row.kind,
  strategy: row.strategy,
  asOf: row.as_of,
  since: row.since,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
})

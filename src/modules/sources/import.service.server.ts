import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { Ids } from '#platform/module.ts'
import type { SourceRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction. */
export async function importSources(
  tx: DatabaseTransaction,
  job: ImportJob,
  { sources }: SourceRows,
  ids: Ids,
) {
  const target = { table: 'sources.document', key: ['key'], writing: 'change', hasId: true } as const
  const rows = sources.map(({ line, ...row }) => row)
  ids.set(target.table, await applyRows(tx, job, target, rows))
}

import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { SourceRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction. */
export async function importSources(
  tx: DatabaseTransaction,
  change: Change,
  { sources }: SourceRows,
  ids: Ids,
) {
  const target = { table: 'sources.document', key: ['key'], hasId: true } as const
  const rows = sources.map(({ line, ...row }) => row)
  ids.set(target.table, await revise(tx, change, target, rows))
}

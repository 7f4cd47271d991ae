import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import type { RegistryRows } from './sheets.ts'
import { saveRegistry } from './store.server.ts'

/** Stores the national registers in the caller's transaction. */
export async function importRegistry(tx: DatabaseTransaction, change: Change, rows: RegistryRows) {
  change.counts.changed += await saveRegistry(tx, rows)
}

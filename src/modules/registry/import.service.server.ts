import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { ImportJob } from '#platform/import/apply-rows.server.ts'
import type { RegistryRows } from './sheets.ts'
import { saveRegistry } from './store.server.ts'

/** Stores the national registers in the caller's transaction. */
export async function importRegistry(tx: DatabaseTransaction, job: ImportJob, rows: RegistryRows) {
  job.changes.changed += await saveRegistry(tx, rows)
}

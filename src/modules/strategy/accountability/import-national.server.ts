import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { saveNationalGoals } from './national-store.server.ts'
import type { NationalRows } from './sheets.ts'

/** Stores the goals of national plans in the caller's transaction. */
export async function importNationalPlans(tx: DatabaseTransaction, change: Change, rows: NationalRows) {
  change.counts.changed += await saveNationalGoals(tx, rows.nationalGoals)
}

import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { untyped } from '#platform/write/revise.server.ts'
import type { Content } from '#platform/write/stored.ts'
import { insertRows, writeInBatches } from '#platform/write/write-in-batches.server.ts'
import type { CollectionTables } from '../tables.server.ts'

/** Rows that institutions have written, by their tables, in the order in which they refer to each other. */
export const WRITTEN = [
  'collection.edit',
  'collection.attempt',
  'collection.handing_in',
  'collection.submission_value',
  'collection.check_result',
  'collection.decision',
] as const
type Written = (typeof WRITTEN)[number]

/** Rows to be inserted, with their instants in the past. */
export type WrittenRows = {
  [Table in Written]: (Omit<CollectionTables[Table], 'at' | 'municipality_id' | 'change_id'> & {
    at?: Date
  })[]
}

/** Inserts what institutions have written, as of the instants given. */
export async function insertWritten(
  tx: DatabaseTransaction,
  { municipalityId, changeId }: { municipalityId: string; changeId: string },
  rows: WrittenRows,
): Promise<number> {
  let inserted = 0
  for (const table of WRITTEN) {
    const whole = rows[table].map(
      (row): Content => ({ ...row, municipality_id: municipalityId, ...changed(table, changeId) }),
    )
    await writeInBatches(whole, (batch) => insertRows(untyped(tx), table, batch))
    inserted += whole.length
  }
  return inserted
}

/** What nothing is handed in by leaves no change. */
const changed = (table: Written, changeId: string) =>
  table === 'collection.edit' || table === 'collection.attempt' ? {} : { change_id: changeId }

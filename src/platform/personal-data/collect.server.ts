import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Secrets } from '../secrets.ts'
import type { KeptRow, PersonalDataEntry, Whose } from './entry.ts'

/** What is kept of somebody, entry by entry; those with nothing are left out. */
export type Collected = { entry: PersonalDataEntry; rows: readonly KeptRow[] }[]

/** Gathers everything that is kept of somebody and that the reader may see. */
export async function collect(
  tx: DatabaseTransaction,
  entries: readonly PersonalDataEntry[],
  whose: Whose,
  secrets: Secrets | undefined,
): Promise<Collected> {
  const collected: Collected = []
  for (const entry of entries) {
    const rows = (await entry.find?.(tx, whose, secrets)) ?? []
    if (rows.length > 0) collected.push({ entry, rows })
  }
  return collected
}

import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { isSeriesKey, type PlanPlace } from './rows-store.server.ts'

/** More than this many series of one combination of words nobody has; then the key is counted on. */
const MOST_ALIKE = 99

/** The key itself, or with a number where the plan has used it for something else. */
export async function freeKey(tx: DatabaseTransaction, scope: PlanPlace, key: string): Promise<string> {
  if (!(await isSeriesKey(tx, scope, key))) return key
  for (let number = 2; number <= MOST_ALIKE; number += 1) {
    const numbered = `${key}/${number}`
    if (!(await isSeriesKey(tx, scope, numbered))) return numbered
  }
  throw new RangeError(`freeKey: ${key} has been used ${MOST_ALIKE} times`)
}

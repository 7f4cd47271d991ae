import { sql } from 'kysely'
import type { DatabaseTransaction } from './types.server.ts'

/** So many rows may come before the planner has to look anew. */
const MANY = 1000

/**
 * Has the planner look at the tables after so many rows were written that what it knows may mislead it: a question
 * that takes a tenth of a second by right numbers took eight by wrong ones.
 */
export async function gatherStatistics(tx: DatabaseTransaction, { added, changed }: Written) {
  if (added + changed >= MANY) await sql`select platform.gather_statistics()`.execute(tx)
}

type Written = { added: number; changed: number }

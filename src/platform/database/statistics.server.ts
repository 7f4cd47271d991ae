import { sql } from 'kysely'
import type { Connections, Database } from './types.server.ts'

/** So many rows may come before the planner has to look anew. */
const MANY = 1000

/**
 * Has the planner look at the tables after so many rows were written that what it knows may mislead it: a question
 * that takes a tenth of a second by right numbers took eight by wrong ones. A server looks by itself a minute later,
 * the embedded database never.
 */
export async function tellPlanner(db: Database, { added, changed }: { added: number; changed: number }) {
  if (added + changed >= MANY) await db.gatherStatistics()
}

/** Only the owner of tables may have them looked at. */
export const gatherStatistics = (owner: Connections) => sql`analyze`.execute(owner)

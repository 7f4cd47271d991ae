import { sql } from 'kysely'
import type { Connections, Database, OpenDatabase } from './types.server.ts'

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

/**
 * Only the owner of tables may have them looked at. On a server the pages that everybody may see are marked as well,
 * without which an index alone answers nothing.
 */
export const gatherStatistics = (owner: Connections, engine: OpenDatabase['engine']) =>
  (engine === 'postgres' ? sql`vacuum (analyze)` : sql`analyze`).execute(owner)

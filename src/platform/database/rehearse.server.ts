import { sql } from 'kysely'
import type { Connections, Database, DatabaseTransaction } from './types.server.ts'

/** What a rehearsal does is undone by this, which nobody else sees. */
const CURTAIN = new Error('the rehearsal is over')

/**
 * Lets work be done for show: everything it writes and works out is there for the work itself, through the doors
 * that it is handed, and is undone at the end. So a preview is made by the very code that will do it. Nobody else
 * sees any of it; who writes into the same municipality waits until it is over.
 *
 * @param work does everything one thing after another, with nothing but the doors it is given
 */
export async function rehearse<Result>(
  db: Database,
  work: (rehearsed: Database) => Promise<Result>,
): Promise<Result> {
  let shown: { result: Result } | undefined
  try {
    await db.members.transaction().execute(async (tx) => {
      const members = within(tx)
      shown = {
        result: await work({
          ...db,
          members,
          visitors: undefined,
          isRehearsal: true,
          gatherStatistics: async () => {},
        }),
      }
      throw CURTAIN
    })
  } catch (error) {
    if (error !== CURTAIN || !shown) throw error
  }
  return (shown as { result: Result }).result
}

/** Transactions as parts of one that is never committed. They must follow one another, so they take turns. */
function within(tx: DatabaseTransaction): Connections {
  let turn: Promise<unknown> = Promise.resolve()
  const execute = <Result>(part: (tx: DatabaseTransaction) => Promise<Result>): Promise<Result> => {
    const mine = turn.then(() => inSavepoint(tx, part))
    turn = mine.catch(() => undefined)
    return mine
  }
  return { transaction: () => ({ execute }) } as unknown as Connections
}

/**
 * One part. The role that the part before it became may set nothing, hence the stepping back to the login; and
 * that part's scopes would still hold, for they last as long as the whole transaction.
 * What was only read is undone too, for whoever only reads could never write again.
 */
async function inSavepoint<Result>(
  tx: DatabaseTransaction,
  part: (tx: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  await sql`reset role`.execute(tx)
  await sql`reset all`.execute(tx)
  await sql`savepoint part`.execute(tx)
  try {
    const result = await part(tx)
    const { rows } = await sql<{
      mode: string
    }>`select current_setting('transaction_read_only') as mode`.execute(tx)
    if (rows[0]?.mode === 'on') await sql`rollback to savepoint part`.execute(tx)
    await sql`release savepoint part`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx)
    await sql`release savepoint part`.execute(tx)
    throw error
  }
}

import { sql } from 'kysely'
import { KEEPER_ROLE } from './roles.server.ts'
import type { Database, DatabaseTransaction } from './types.server.ts'

/** Does housekeeping as the role that may do nothing else. */
export function asKeeper<Result>(db: Database, work: (tx: DatabaseTransaction) => Promise<Result>) {
  return db.transaction().execute(async (tx) => {
    await becomeKeeper(tx)
    return work(tx)
  })
}

/** What follows in this transaction is housekeeping: whoever began it has done what they came for. */
export async function becomeKeeper(tx: DatabaseTransaction) {
  await sql`set local role ${sql.id(KEEPER_ROLE)}`.execute(tx)
}

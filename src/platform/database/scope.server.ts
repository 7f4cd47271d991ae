import { sql } from 'kysely'
import { grantedMunicipalities, isNational, type User } from '../users.ts'
import { MEMBER_ROLE, PUBLIC_ROLE } from './roles.server.ts'
import type { Database, DatabaseTransaction } from './types.server.ts'

/**
 * Does reading work as the given user: a read-only transaction in a role that owns nothing, so that the
 * database itself refuses what the user may not see. Costs one statement besides begin and commit.
 */
export function readAs<Result>(db: Database, user: User, work: (tx: DatabaseTransaction) => Promise<Result>) {
  return db.transaction().execute(async (tx) => {
    await become(tx, user, 'reading')
    return work(tx)
  })
}

/** Does writing work as the given user, all or nothing. */
export function writeAs<Result>(
  db: Database,
  user: User,
  work: (tx: DatabaseTransaction) => Promise<Result>,
) {
  return db.transaction().execute(async (tx) => {
    await become(tx, user, 'writing')
    return work(tx)
  })
}

/**
 * The one statement that begins every transaction. Reading is made read only here and not by the driver,
 * since the embedded one does not know of it; after the first query nobody can take it back.
 */
async function become(tx: DatabaseTransaction, user: User, purpose: 'reading' | 'writing') {
  const role = user.kind === 'public' ? PUBLIC_ROLE : MEMBER_ROLE
  await sql`select set_config('transaction_read_only', ${purpose === 'reading' ? 'on' : 'off'}, true),
    set_config('role', ${role}, true),
    set_config('izaugsme.account', ${user.id}, true),
    set_config('izaugsme.reads', ${grantedMunicipalities(user, 'read').join(',')}, true),
    set_config('izaugsme.writes', ${grantedMunicipalities(user, 'write').join(',')}, true),
    set_config('izaugsme.national', ${isNational(user, 'write') ? 'yes' : 'no'}, true)`.execute(tx)
}

import { sql } from 'kysely'
import { grantedMunicipalities, isNational, type User } from '../users.ts'
import { MEMBER_ROLE, PUBLIC_ROLE } from './roles.server.ts'
import type { Connections, Database, DatabaseTransaction } from './types.server.ts'

type Purpose = 'reading' | 'writing'
type Work<Result> = (tx: DatabaseTransaction) => Promise<Result>

/**
 * Does reading work as the given user: a read-only transaction in a role that owns nothing, so that the
 * database itself refuses what the user may not see. Costs one statement besides begin and commit.
 */
export const readAs = <Result>(db: Database, user: User, work: Work<Result>) =>
  begin(db, user, 'reading', work)

/** Does writing work as the given user, all or nothing. */
export const writeAs = <Result>(db: Database, user: User, work: Work<Result>) =>
  begin(db, user, 'writing', work)

/** Begins every transaction there is. */
function begin<Result>(db: Database, user: User, purpose: Purpose, work: Work<Result>) {
  if (user.kind === 'public' && db.visitors) return beginAsVisitor(db.visitors, purpose, work)
  return db.members.transaction().execute(async (tx) => {
    await become(tx, user, purpose)
    return work(tx)
  })
}

/**
 * The public's own connections may not call `set_config` and need not, for they have signed in as nobody
 * else. What holds of the transaction holds for good once a first query was asked, hence the question.
 */
function beginAsVisitor<Result>(visitors: Connections, purpose: Purpose, work: Work<Result>) {
  const mode = purpose === 'reading' ? 'read only' : 'read write'
  return visitors
    .transaction()
    .setAccessMode(mode)
    .execute(async (tx) => {
      await sql`select 1`.execute(tx)
      return work(tx)
    })
}

/**
 * The one statement that begins a transaction in somebody's name. Reading is made read only here and not by
 * the driver, since the embedded one does not know of it; after the first query nobody can take it back.
 */
async function become(tx: DatabaseTransaction, user: User, purpose: Purpose) {
  const role = user.kind === 'public' ? PUBLIC_ROLE : MEMBER_ROLE
  await sql`select set_config('transaction_read_only', ${purpose === 'reading' ? 'on' : 'off'}, true),
    set_config('izaugsme.account', ${user.id}, true),
    set_config('izaugsme.reads', ${grantedMunicipalities(user, 'read').join(',')}, true),
    set_config('izaugsme.writes', ${grantedMunicipalities(user, 'write').join(',')}, true),
    set_config('izaugsme.national', ${isNational(user, 'write') ? 'yes' : 'no'}, true),
    set_config('role', ${role}, true)`.execute(tx)
}

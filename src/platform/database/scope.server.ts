import { sql } from 'kysely'
import { settingsOf, type Within } from '../rights/settings.ts'
import type { User } from '../users.ts'
import { ACCOUNTS_ROLE, JOBS_ROLE, MEMBER_ROLE, PUBLIC_ROLE, SEALER_ROLE } from './role-names.ts'
import type { Connections, Database, DatabaseTransaction } from './types.server.ts'

type Work<Result> = (tx: DatabaseTransaction) => Promise<Result>

/**
 * Does reading work as the given user: a read-only transaction in a role that owns nothing, so that the
 * database itself refuses what the user may not see. Costs one statement besides begin and commit.
 *
 * @param within what of the user's rights the work needs; narrower is quicker and safer
 */
export const readAs = <Result>(db: Database, user: User, work: Work<Result>, within: Within = {}) =>
  begin(db, user, { purpose: 'reading', within }, work)

/** Does writing work as the given user, all or nothing. */
export const writeAs = <Result>(db: Database, user: User, work: Work<Result>, within: Within = {}) =>
  begin(db, user, { purpose: 'writing', within }, work)

export type Terms = {
  purpose: 'reading' | 'writing'
  within: Within
  /** Persons whose records may be seen; only `openPersons` may name any, for it leaves a trace of it. */
  opened?: readonly string[]
}

/** Begins every transaction there is. Use `readAs`, `writeAs` or `openPersons`. */
export function begin<Result>(db: Database, user: User, terms: Terms, work: Work<Result>) {
  if (user.kind === 'public' && db.visitors) return beginAsVisitor(db.visitors, terms.purpose, work)
  return db.members.transaction().execute(async (tx) => {
    await become(tx, db.isRehearsal ? asMember(user) : user, terms)
    return work(tx)
  })
}

/** On a server members cannot become the public; who holds no right sees what is everybody's, and no more. */
const asMember = (user: User): User => ({ ...user, kind: 'member' })

/**
 * The public's own connections may not call `set_config` and need not, for they have signed in as nobody
 * else. What holds of the transaction holds for good once a first query was asked, hence the question.
 */
function beginAsVisitor<Result>(visitors: Connections, purpose: Terms['purpose'], work: Work<Result>) {
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
 * The role comes last, for it may set nothing.
 */
async function become(tx: DatabaseTransaction, user: User, { purpose, within, opened = [] }: Terms) {
  const settings = {
    transaction_read_only: purpose === 'reading' ? 'on' : 'off',
    'izaugsme.account': user.id,
    'izaugsme.opened': `{${opened.join()}}`,
    ...settingsOf(user, within),
    role: user.kind === 'public' ? PUBLIC_ROLE : MEMBER_ROLE,
  }
  const calls = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await sql`select ${sql.join(calls)}`.execute(tx)
}

/** Works on the queue of jobs, whose role sees that and nothing else. */
export function beginAsJobs<Result>(db: Database, work: Work<Result>) {
  return db.members.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${JOBS_ROLE}, true)`.execute(tx)
    return work(tx)
  })
}

/** Does the sealer's work, who sees the whole journal and nothing else. */
export function beginAsSealer<Result>(db: Database, work: Work<Result>) {
  return db.members.transaction().execute(async (tx) => {
    // A journal that was not sealed for long takes its time.
    await sql`select set_config('statement_timeout', '0', true), set_config('role', ${SEALER_ROLE}, true)`.execute(
      tx,
    )
    return work(tx)
  })
}

/** Does the work of accounts, which sees passwords, sessions and codes and nothing else. */
export function beginAsAccounts<Result>(db: Database, work: Work<Result>) {
  return db.members.transaction().execute(async (tx) => {
    await becomeAccounts(tx)
    return work(tx)
  })
}

/** Has a transaction work on accounts, to its end. */
export const becomeAccounts = (tx: DatabaseTransaction) =>
  sql`select set_config('role', ${ACCOUNTS_ROLE}, true)`.execute(tx)

import type { Db } from '../database/types.server.ts'
import type { Language } from '../texts/text.ts'
import type { AccountTables } from './tables.server.ts'

type Own = Db<AccountTables>

/** A session under way, and whose it is. */
export type OwnSession = {
  id: string
  accountId: string
  name: string
  email: string
  language: Language
  /** The account has a second factor. */
  hasCodes: boolean
  isDemo: boolean
  /** A second factor was shown in this session. */
  isConfirmed: boolean
}

/** The session of a token, by the token's hash; undefined when it has ended, or the account has. */
export async function findSession(db: Own, token: string, now: Date): Promise<OwnSession | undefined> {
  const row = await db
    .selectFrom('accounts.user_session as s')
    .innerJoin('accounts.user_account as a', 'a.id', 's.user_id')
    .select([
      's.id',
      's.user_id',
      's.is_confirmed',
      'a.name',
      'a.email',
      'a.language',
      'a.two_factor_enabled',
    ])
    .select('a.is_demo')
    .where('s.token', '=', token)
    .where('s.expires_at', '>', now)
    .where('a.ended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.user_id,
      name: row.name,
      email: row.email,
      language: row.language,
      hasCodes: row.two_factor_enabled === true,
      isDemo: row.is_demo,
      isConfirmed: row.is_confirmed,
    }
  )
}

export type ListedSession = { id: string; since: Date; until: Date; clientAddress: string; userAgent: string }

/** Sessions of an account that are under way, the newest first. */
export async function findSessions(db: Own, accountId: string, now: Date): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('accounts.user_session')
    .select(['id', 'created_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    since: row.created_at,
    until: row.expires_at,
    clientAddress: row.ip_address ?? '',
    userAgent: row.user_agent ?? '',
  }))
}

/** Notes that a second factor was shown in a session. */
export async function confirmSession(db: Own, token: string) {
  await db
    .updateTable('accounts.user_session')
    .set({ is_confirmed: true })
    .where('token', '=', token)
    .execute()
}

/** Puts another token in the place of a session's. Answers until when the session goes on. */
export async function replaceToken(db: Own, id: string, token: string): Promise<Date | undefined> {
  const row = await db
    .updateTable('accounts.user_session')
    .set({ token })
    .where('id', '=', id)
    .returning('expires_at')
    .executeTakeFirst()
  return row?.expires_at
}

export async function endSessionOfToken(db: Own, token: string) {
  await db.deleteFrom('accounts.user_session').where('token', '=', token).execute()
}

/** Ends one session of an account. */
export async function endSession(db: Own, accountId: string, id: string) {
  await db.deleteFrom('accounts.user_session').where('user_id', '=', accountId).where('id', '=', id).execute()
}

/** Ends all sessions of an account but the one that is named. */
export async function endSessions(db: Own, accountId: string, butId?: string) {
  let ending = db.deleteFrom('accounts.user_session').where('user_id', '=', accountId)
  if (butId !== undefined) ending = ending.where('id', '!=', butId)
  await ending.execute()
}

/** Erases sessions, half-done sign-ins and links whose time is over. */
export async function erasePastSessions(db: Own, now: Date) {
  await db.deleteFrom('accounts.user_session').where('expires_at', '<', now).execute()
  await db.deleteFrom('accounts.verification').where('expires_at', '<', now).execute()
  await db.deleteFrom('accounts.mailed_link').where('expires_at', '<', now).execute()
}

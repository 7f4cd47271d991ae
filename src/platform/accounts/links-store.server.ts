import type { Db } from '../database/types.server.ts'
import { hashOf, newToken } from './keys.server.ts'
import type { AccountTables } from './tables.server.ts'

type Own = Db<AccountTables>
export type LinkKind = AccountTables['accounts.mailed_link']['kind']

const HOUR_MS = 60 * 60_000
/** How long a link can be used: an invitation waits for somebody on holidays, a new password does not. */
export const LINK_MS: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * HOUR_MS, reset: HOUR_MS }

/** Makes a link's token, in the place of those sent before. */
export async function insertLink(db: Own, user_id: string, kind: LinkKind, now: Date): Promise<string> {
  const token = newToken()
  await db.deleteFrom('accounts.mailed_link').where('user_id', '=', user_id).execute()
  await db
    .insertInto('accounts.mailed_link')
    .values({ token: hashOf(token), user_id, kind, expires_at: new Date(now.getTime() + LINK_MS[kind]) })
    .execute()
  return token
}

/** Whose link it is, while it can be used. */
export async function findLink(db: Own, token: string, now: Date) {
  const row = await db
    .selectFrom('accounts.mailed_link as l')
    .innerJoin('accounts.user_account as a', 'a.id', 'l.user_id')
    .select(['l.kind', 'a.id', 'a.name', 'a.email'])
    .where('l.token', '=', hashOf(token))
    .where('l.expires_at', '>', now)
    .where('a.ended_at', 'is', null)
    .executeTakeFirst()
  return row && { kind: row.kind, accountId: row.id, name: row.name, email: row.email }
}

/** Uses a link up. Answers false when somebody has done so before. */
export async function takeLink(db: Own, token: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('accounts.mailed_link')
    .where('token', '=', hashOf(token))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

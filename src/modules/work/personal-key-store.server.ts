import { randomBytes } from 'node:crypto'
import type { Db } from '#platform/database/types.server.ts'
import type { KeyPurpose, NotificationTables } from './notification-tables-store.server.ts'

type Own = Db<NotificationTables>

/** The secret of an account for a purpose; undefined while it has none. */
export async function findSecret(
  db: Own,
  accountId: string,
  purpose: KeyPurpose,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('work.personal_key')
    .select('secret')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row?.secret
}

/** The account to which a secret belongs. */
export async function findAccountOfSecret(db: Own, secret: string, purpose: KeyPurpose) {
  const row = await db
    .selectFrom('work.personal_key')
    .select('account_id')
    .where('secret', '=', secret)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row?.account_id
}

/** Gives an account a new secret; the one before is of no use any more. */
export async function renewSecret(db: Own, accountId: string, purpose: KeyPurpose): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('work.personal_key')
    .values({ account_id: accountId, purpose, secret, made_at: new Date() })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'purpose']).doUpdateSet({ secret, made_at: new Date() }),
    )
    .execute()
  return secret
}

/** Forgets the secret of an account for a purpose. */
export async function deleteSecret(db: Own, accountId: string, purpose: KeyPurpose) {
  await db
    .deleteFrom('work.personal_key')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .execute()
}

/** The secret of an account, made now if it has none. */
export async function ensureSecret(db: Own, accountId: string, purpose: KeyPurpose): Promise<string> {
  await db
    .insertInto('work.personal_key')
    .values({ account_id: accountId, purpose, secret: newSecret() })
    .onConflict((conflict) => conflict.columns(['account_id', 'purpose']).doNothing())
    .execute()
  return (await findSecret(db, accountId, purpose)) ?? ''
}

const newSecret = () => randomBytes(32).toString('base64url')

import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../database/types.server.ts'
import type { Language } from '../texts/text.ts'
import type { AccountTables } from './tables.server.ts'

type Own = Db<AccountTables>

export type Account = {
  id: string
  name: string
  email: string
  language: Language
  hasCodes: boolean
  isDemo: boolean
  isEnded: boolean
}

const columns = ['id', 'name', 'email', 'language', 'two_factor_enabled', 'is_demo', 'ended_at'] as const
type Row = Pick<AccountTables['accounts.user_account'], 'id' | 'name' | 'email' | 'language' | 'is_demo'> & {
  two_factor_enabled: boolean | null
  ended_at: Date | null
}
const asAccount = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  hasCodes: row.two_factor_enabled === true,
  isDemo: row.is_demo,
  isEnded: row.ended_at !== null,
})

/** Addresses of e-mail are one however their letters are written. */
export const plainEmail = (email: string) => email.trim().toLowerCase()

export async function findAccountByEmail(db: Own, email: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts.user_account')
    .select(columns)
    .where('email', '=', plainEmail(email))
    .executeTakeFirst()
  return row && asAccount(row)
}

export async function findAccount(db: Own, id: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts.user_account')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asAccount(row)
}

export type NewAccount = { name: string; email: string; language: Language; isDemo?: boolean }

/** Makes an account that nobody can sign in to yet. Answers its id. */
export async function insertAccount(db: Own, { name, email, language, isDemo = false }: NewAccount) {
  const id = uuidv7()
  await db
    .insertInto('accounts.user_account')
    .values({
      id,
      name,
      email: plainEmail(email),
      email_verified: false,
      image: null,
      updated_at: new Date(),
      two_factor_enabled: false,
      language,
      is_demo: isDemo,
      ended_at: null,
    })
    .execute()
  return id
}

export async function updateAccount(db: Own, id: string, values: { name: string; language: Language }) {
  await db
    .updateTable('accounts.user_account')
    .set({ ...values, updated_at: new Date() })
    .where('id', '=', id)
    .execute()
}

/** Ends an account, or lets it in again after a new invitation. */
export async function setEnded(db: Own, id: string, ended_at: Date | null) {
  await db.updateTable('accounts.user_account').set({ ended_at }).where('id', '=', id).execute()
}

/** The password as it is kept; undefined where there is none. */
export async function findPassword(db: Own, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts.credential')
    .select('password')
    .where('user_id', '=', id)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** Keeps a password, and that whoever set it reads the mail of the account. */
export async function setPassword(db: Own, id: string, password: string) {
  await db
    .insertInto('accounts.credential')
    .values({
      id: uuidv7(),
      account_id: id,
      provider_id: 'credential',
      user_id: id,
      password,
      updated_at: new Date(),
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password, updated_at: new Date() }),
    )
    .execute()
  await db.updateTable('accounts.user_account').set({ email_verified: true }).where('id', '=', id).execute()
}

/** Takes away every way in: password, provider, links that are under way. */
export async function removeCredentials(db: Own, id: string) {
  await db.deleteFrom('accounts.credential').where('user_id', '=', id).execute()
  await db.deleteFrom('accounts.mailed_link').where('user_id', '=', id).execute()
}

/** Takes away the second factor with its backup codes. */
export async function removeCodes(db: Own, id: string) {
  await db.deleteFrom('accounts.two_factor').where('user_id', '=', id).execute()
  await db
    .updateTable('accounts.user_account')
    .set({ two_factor_enabled: false })
    .where('id', '=', id)
    .execute()
}

/** The second factor as it is kept, encrypted; `isSetUp` once a first code was right. */
export async function findCodes(db: Own, id: string) {
  const row = await db
    .selectFrom('accounts.two_factor')
    .select(['secret', 'backup_codes', 'verified'])
    .where('user_id', '=', id)
    .executeTakeFirst()
  return row && { secret: row.secret, backupCodes: row.backup_codes, isSetUp: row.verified === true }
}

/**
 * Notes that a code was shown.
 *
 * @param code keyed hash of it
 * @returns false when it was shown before
 */
export async function noteShownCode(db: Own, user_id: string, code: string, now: Date): Promise<boolean> {
  const past = new Date(now.getTime() - SHOWN_MS)
  await db
    .deleteFrom('accounts.shown_code')
    .where('user_id', '=', user_id)
    .where('shown_at', '<', past)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts.shown_code')
    .values({ user_id, code, shown_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'code']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
/** Longer than a code of the second factor holds. */
const SHOWN_MS = 5 * 60_000

/** Which of these accounts can be signed in to, and which have a second factor. */
export async function findStates(db: Own, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { isActive: boolean; hasCodes: boolean }>()
  const rows = await db
    .selectFrom('accounts.user_account as a')
    .leftJoin('accounts.credential as c', 'c.user_id', 'a.id')
    .select(['a.id', 'a.two_factor_enabled', 'c.id as credential'])
    .where('a.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { isActive: row.credential !== null, hasCodes: row.two_factor_enabled === true },
    ]),
  )
}

/** Accounts of the demonstration, by address. */
export async function findDemoAccounts(db: Own): Promise<Account[]> {
  const rows = await db
    .selectFrom('accounts.user_account')
    .select(columns)
    .where('is_demo', '=', true)
    .orderBy('email')
    .execute()
  return rows.map(asAccount)
}

/** Erases an account with its password, codes, sessions and links. */
export async function deleteAccount(db: Own, id: string) {
  await db.deleteFrom('accounts.user_account').where('id', '=', id).execute()
}

import type { Db } from '../database/types.server.ts'
import type { Language } from '../texts/text.ts'
import type { AccountHolderTables } from './tables.server.ts'

type Own = Db<AccountHolderTables>

/** Somebody with an account in a municipality. */
export type AccountHolder = {
  accountId: string
  name: string
  language: Language
  /** First day on which the account no longer works here, `YYYY-MM-DD`. */
  endedOn: string | null
  /** False while somebody who has an account elsewhere has not agreed: the name is then what the inviter typed. */
  isAccepted: boolean
}

/** Everybody who has or had an account in a municipality, by name. Seen by whoever has a right there. */
export async function findAccountHolders(db: Own, municipalityId: string): Promise<AccountHolder[]> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select(['account_id', 'name', 'language', 'ended_on', 'is_accepted'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const collator = new Intl.Collator('lv')
  return rows.map(asHolder).sort((a, b) => collator.compare(a.name, b.name))
}

/** One of them; undefined where there is none that the reader may see. */
export async function findAccountHolder(
  db: Own,
  municipalityId: string,
  accountId: string,
): Promise<AccountHolder | undefined> {
  const row = await db
    .selectFrom('platform.account_holder')
    .select(['account_id', 'name', 'language', 'ended_on', 'is_accepted'])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && asHolder(row)
}

/** Names of accounts by their ids, for showing who has done something. Ids without an account are left out. */
export async function findAccountNames(
  db: Own,
  municipalityId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('platform.account_holder')
    .select(['account_id', 'name'])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.name]))
}

/**
 * Addresses of e-mail by account: those that the reader may see, who sees the own one, and others where the right to
 * read accounts is held.
 */
export async function findAccountAddresses(db: Own, municipalityId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('platform.account_address')
    .select(['account_id', 'email'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.email]))
}

/** The address of one account; undefined where the reader may not see it. */
export async function findAccountAddress(
  db: Own,
  municipalityId: string,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('platform.account_address')
    .select('email')
    .where('municipality_id', '=', municipalityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.email
}

/**
 * Municipalities in which an account works: not those where it has ended or was invited and has not agreed. The account
 * itself sees all of them.
 */
export const findPlacesOfAccount = (db: Own, accountId: string) => findOpenPlaces(db, accountId, true)

/** Municipalities that wait for an account to agree to work there. The account itself sees all of them. */
export const findWaitingPlaces = (db: Own, accountId: string) => findOpenPlaces(db, accountId, false)

async function findOpenPlaces(db: Own, accountId: string, isAccepted: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select('municipality_id')
    .where('account_id', '=', accountId)
    .where('ended_on', 'is', null)
    .where('is_accepted', '=', isAccepted)
    .orderBy('municipality_id')
    .execute()
  return rows.map((row) => row.municipality_id)
}

/** Accounts that have ended in a municipality. */
export async function findEndedAccounts(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select('account_id')
    .where('municipality_id', '=', municipalityId)
    .where('ended_on', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

type Row = {
  account_id: string
  name: string
  language: Language
  ended_on: string | null
  is_accepted: boolean
}
const asHolder = (row: Row): AccountHolder => ({
  accountId: row.account_id,
  name: row.name,
  language: row.language,
  endedOn: row.ended_on,
  isAccepted: row.is_accepted,
})

/** Municipalities in which an account has ended or has not begun. The account itself sees all of them. */
export async function findShutPlaces(db: Own, accountId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select('municipality_id')
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('ended_on', 'is not', null), eb('is_accepted', '=', false)]))
    .execute()
  return new Set(rows.map((row) => row.municipality_id))
}

/** Each municipality in which an account works or worked, with its last day. The account itself sees all of them. */
export async function findAllPlaces(
  db: Own,
  accountId: string,
): Promise<{ id: string; endedOn: string | null }[]> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select(['municipality_id', 'ended_on'])
    .where('account_id', '=', accountId)
    .orderBy('municipality_id')
    .execute()
  return rows.map((row) => ({ id: row.municipality_id, endedOn: row.ended_on }))
}

/** Forgets name and address of an account in a municipality. */
export async function deleteHolder(db: Own, municipalityId: string, accountId: string) {
  for (const table of ['platform.account_address', 'platform.account_holder'] as const)
    await db
      .deleteFrom(table)
      .where('municipality_id', '=', municipalityId)
      .where('account_id', '=', accountId)
      .execute()
}

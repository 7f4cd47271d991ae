import type { Db } from '../database/types.server.ts'
import type { Language } from '../texts/text.ts'
import type { AccountHolderTables } from './tables.server.ts'

type Own = Db<AccountHolderTables>

/** Somebody with an account in a municipality. */
export type AccountHolder = {
  accountId: string
  name: string
  email: string
  language: Language
  /** First day on which the account no longer works here, `YYYY-MM-DD`. */
  endedOn: string | null
}

/** Everybody who has or had an account in a municipality, by name. Seen by whoever has a right there. */
export async function findAccountHolders(db: Own, municipalityId: string): Promise<AccountHolder[]> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select(['account_id', 'name', 'email', 'language', 'ended_on'])
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
    .select(['account_id', 'name', 'email', 'language', 'ended_on'])
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

/** Municipalities in which an account works, ended ones left out. The account itself sees all of them. */
export async function findPlacesOfAccount(db: Own, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select('municipality_id')
    .where('account_id', '=', accountId)
    .where('ended_on', 'is', null)
    .orderBy('municipality_id')
    .execute()
  return rows.map((row) => row.municipality_id)
}

type Row = { account_id: string; name: string; email: string; language: Language; ended_on: string | null }
const asHolder = (row: Row): AccountHolder => ({
  accountId: row.account_id,
  name: row.name,
  email: row.email,
  language: row.language,
  endedOn: row.ended_on,
})

/** Municipalities in which an account has ended. The account itself sees all of them. */
export async function findEndedPlaces(db: Own, accountId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('platform.account_holder')
    .select('municipality_id')
    .where('account_id', '=', accountId)
    .where('ended_on', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.municipality_id))
}

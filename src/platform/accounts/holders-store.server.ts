import type { DatabaseTransaction } from '../database/types.server.ts'

/** An account in a municipality in which it works. */
export type AccountHolder = { accountId: string; name: string }

/** The accounts that work in a municipality, by name. */
export async function findAccountHolders(
  _tx: DatabaseTransaction,
  _municipalityId: string,
): Promise<AccountHolder[]> {
  return []
}

/** Names of some accounts, by id; those that nobody knows are absent. */
export async function findAccountNames(
  _tx: DatabaseTransaction,
  _municipalityId: string,
  _ids: readonly string[],
): Promise<Map<string, string>> {
  return new Map()
}

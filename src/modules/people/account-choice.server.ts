import { findAccountAddresses, findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { may, type User } from '#platform/users.ts'
import { findConnectedAccounts } from './account-store.server.ts'

/** An account as it is told apart from others: by name and address of e-mail. */
export type NamedAccount = { id: string; name: string; email: string }
/** The account that is a person's, and those that could be. */
export type AccountChoice = { own: NamedAccount | null; free: NamedAccount[] }

type Person = { institution_id: string | null; account_id: string | null }

/** What somebody who may connect the person with an account chooses from; null for everybody else. */
export async function readAccountChoice(
  tx: DatabaseTransaction,
  user: User,
  municipalityId: string,
  { institution_id: institutionId, account_id }: Person,
): Promise<AccountChoice | null> {
  if (institutionId === null) return null
  const mayConnect =
    may(user, 'people.edit', { municipalityId, institutionId }) &&
    may(user, 'platform.account.edit', { municipalityId })
  if (!mayConnect) return null
  const holders = await findAccountHolders(tx, municipalityId)
  const addresses = await findAccountAddresses(tx, municipalityId)
  const connected = await findConnectedAccounts(tx, municipalityId)
  const named = (id: string, name: string) => ({ id, name, email: addresses.get(id) ?? '' })
  const own = holders.find(({ accountId }) => accountId === account_id)
  return {
    own: account_id === null ? null : named(account_id, own?.name ?? account_id),
    free: holders
      .filter(
        ({ accountId, endedOn }) => endedOn === null && accountId !== user.id && !connected.has(accountId),
      )
      .map(({ accountId, name }) => named(accountId, name)),
  }
}

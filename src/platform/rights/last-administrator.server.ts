import { findStates } from '../accounts/accounts-store.server.ts'
import { findEndedAccounts } from '../accounts/holders-store.server.ts'
import { beginAsAccounts, readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { User } from '../users.ts'
import { findAdministrators, type GivenGrant, lockAdministrators } from './grant-store.server.ts'

type Days = Pick<GivenGrant, 'validFrom' | 'validTo'>

/**
 * Accounts of a place's administrators that can be signed in to: the invitation was accepted, and nothing was taken away
 * since. Asked before the change in which a grant ends, for accounts are read in a role of their own; who accepts in
 * between does not count yet, so that no place is left without anybody by mistake.
 */
export async function findAbleAdministrators(
  db: Database,
  user: User,
  municipalityId: string,
): Promise<ReadonlySet<string>> {
  const grants = await readAs(db, user, (tx) => findAdministrators(tx, municipalityId))
  const ids = [...new Set(grants.map(({ accountId }) => accountId))]
  const states = await beginAsAccounts(db, (tx) => findStates(tx, ids))
  return new Set(ids.filter((id) => states.get(id)?.isActive))
}

/**
 * Whether a place has an administrator on every day that a grant would lose by ending: somebody else's grants, of
 * accounts that work here, reach from the first of these days to the last without a gap. A grant that itself has no end
 * leaves the place only to one that has none either.
 *
 * @param on first day on which the grant no longer holds
 * @param able accounts that can be signed in to
 */
export async function staysAdministered(
  tx: DatabaseTransaction,
  municipalityId: string,
  { id, on, able }: { id: string; on: string; able: ReadonlySet<string> },
): Promise<boolean> {
  const administrators = await lockAdministrators(tx, municipalityId)
  const grant = administrators.find((one) => one.id === id)
  if (!grant) return true
  const ended = await findEndedAccounts(tx, municipalityId)
  const others = administrators.filter(
    (one) => one !== grant && able.has(one.accountId) && !ended.has(one.accountId),
  )
  return isCovered(others, { validFrom: on > grant.validFrom ? on : grant.validFrom, validTo: grant.validTo })
}

function isCovered(others: readonly Days[], { validFrom, validTo }: Days): boolean {
  let day = validFrom
  for (const other of others.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (other.validFrom > day) break
    if (other.validTo === null) return true
    if (other.validTo > day) day = other.validTo
  }
  return validTo !== null && day >= validTo
}

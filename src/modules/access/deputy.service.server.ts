import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import {
  type Delegation,
  delegate,
  findDelegationProblem,
  findLentTwice,
  type Lendable,
  lendableOf,
} from '#platform/rights/delegate.server.ts'
import type { GrantProblem } from '#platform/rights/grants.server.ts'
import type { User } from '#platform/users.ts'
import { worksHere } from './give.service.server.ts'
import type { Holding } from './holding.ts'
import { holdingsReader, readHoldings } from './holdings.server.ts'

/**
 * What a deputy would get, before it is confirmed; or why nobody can stand in like this.
 *
 * @throws a refusal where the user may not have somebody stand in for this lender
 */
export async function previewDeputy(
  db: Database,
  user: User,
  delegation: Delegation,
): Promise<{ lent: Lendable[] } | GrantProblem> {
  const { municipalityId, deputy, from } = delegation
  const found = findDelegationProblem(user, delegation)
  if (found) return found
  if (!(await worksHere(db, municipalityId, deputy))) return { problem: 'platform.grant.account' }
  const lent = lendableOf(await readLendable(db, delegation), municipalityId, from)
  if (lent.length === 0) return { problem: 'platform.grant.nothing' }
  const twice = await readAs(db, holdingsReader(municipalityId), (tx) => findLentTwice(tx, delegation, lent))
  return twice ?? { lent }
}

/** Has an account that works here stand in for another for some days. */
export async function appointDeputy(
  db: Database,
  user: User,
  delegation: Delegation,
): Promise<{ lent: number } | GrantProblem> {
  const found = await previewDeputy(db, user, delegation)
  return 'problem' in found ? found : delegate(db, user, delegation, found.lent)
}

/** Who stands in for somebody in a municipality today or later, one right after another. */
export async function readDeputyships(
  db: Database,
  municipalityId: string,
  lender: string,
): Promise<Holding[]> {
  const holdings = await readHoldings(db, municipalityId)
  return holdings.filter(
    ({ grant: { delegatedFrom, validFrom, validTo } }) =>
      delegatedFrom === lender && !(validFrom && validTo && validTo <= validFrom),
  )
}

async function readLendable(db: Database, { municipalityId, lender }: Delegation): Promise<Lendable[]> {
  const holdings = await readHoldings(db, municipalityId)
  return holdings
    .filter(({ accountId }) => accountId === lender)
    .map(({ grant, id }) => ({ ...grant, ...(id ? { id } : {}) }))
}

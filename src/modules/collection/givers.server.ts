import { type HeldGrant, readHeldGrants } from '#modules/people.server'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Role } from '#platform/rights/roles.ts'

/** An account that answers for an institution. */
export type Giver = {
  accountId: string
  role: Role
  /** Whose right it is, while the account stands in for them; null where it is its own. */
  standsInFor: string | null
}

/** Who answers for institutions and who stands in for whom, on one day. */
export type Givers = {
  /** By the institution's id: heads before the others. */
  byInstitution: ReadonlyMap<string, readonly Giver[]>
  /** Accounts by whose rights somebody stands in for each account that has lent them: that one is away. */
  deputies: ReadonlyMap<string, ReadonlySet<string>>
  /** Heads of education of the municipality, and whoever stands in for them. */
  educationHeads: readonly string[]
}

/**
 * Who answers for the institutions of a municipality on a day, whether the right was given, lent or comes with a post.
 * Read in the program's own name: whoever asks need not see everybody's rights.
 */
export function readGivers(db: Database, municipalityId: string, day = municipalDay()): Promise<Givers> {
  return readHeldGrants(db, municipalityId, day, ({ grants }) => {
    const heads = grants
      .filter(({ grant }) => grant.role === 'educationHead')
      .map(({ accountId }) => accountId)
    return {
      byInstitution: giversOf(grants),
      deputies: deputiesOf(grants),
      educationHeads: [...new Set(heads)],
    }
  })
}

function giversOf(held: readonly HeldGrant[]): Map<string, Giver[]> {
  const byInstitution = new Map<string, Map<string, Giver>>()
  for (const { accountId, grant } of held) {
    if (grant.scope.kind !== 'institution' || !bundleOf(grant.role).includes('collection.answer')) continue
    const some = byInstitution.get(grant.scope.id) ?? new Map<string, Giver>()
    const giver: Giver = { accountId, role: grant.role, standsInFor: grant.delegatedFrom ?? null }
    const before = some.get(accountId)
    // One who holds it both ways does so in the own right.
    if (!before || (before.standsInFor !== null && giver.standsInFor === null)) some.set(accountId, giver)
    byInstitution.set(grant.scope.id, some)
  }
  const order = ({ role }: Giver) => (role === 'institutionHead' ? 0 : 1)
  return new Map(
    [...byInstitution].map(([id, some]) => [id, [...some.values()].sort((a, b) => order(a) - order(b))]),
  )
}

function deputiesOf(held: readonly HeldGrant[]): Map<string, Set<string>> {
  const deputies = new Map<string, Set<string>>()
  for (const { accountId, grant } of held) {
    if (grant.delegatedFrom === undefined) continue
    deputies.set(grant.delegatedFrom, (deputies.get(grant.delegatedFrom) ?? new Set()).add(accountId))
  }
  return deputies
}

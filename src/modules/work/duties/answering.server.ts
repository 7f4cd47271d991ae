import { readHeldGrants } from '#modules/people.server'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf } from '#platform/rights/capabilities.ts'

/** Who answers for the duties of a municipality and of its institutions, on one day. */
export type Answering = {
  /** Accounts, deputies too. */
  ofMunicipality: readonly string[]
  byInstitution: ReadonlyMap<string, readonly string[]>
  /** Accounts that work here no longer. */
  ended: ReadonlySet<string>
}

/**
 * Who answers for duties on a day, whether the right was given, lent or comes with a post. Read in the program's own name:
 * whoever asks need not see everybody's rights.
 */
export function readAnswering(db: Database, municipalityId: string, day: string): Promise<Answering> {
  return readHeldGrants(db, municipalityId, day, ({ grants, ended }) => {
    const held = grants.filter(({ grant }) => bundleOf(grant.role).includes('work.duty.answer'))
    const institutions = held.flatMap(({ accountId, grant: { scope } }) =>
      scope.kind === 'institution' ? [{ accountId, id: scope.id }] : [],
    )
    return {
      ofMunicipality: accountsOf(held.filter(({ grant }) => grant.scope.kind === 'municipality')),
      byInstitution: new Map(
        [...Map.groupBy(institutions, ({ id }) => id)].map(([id, some]) => [id, accountsOf(some)]),
      ),
      ended,
    }
  })
}

const accountsOf = (held: readonly { accountId: string }[]) => [
  ...new Set(held.map(({ accountId }) => accountId)),
]

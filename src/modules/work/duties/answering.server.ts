import { findWorkGrants } from '#modules/people.server'
import { findEndedAccounts } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf, type Capability } from '#platform/rights/capabilities.ts'
import { findGivenGrants, type RoleGrant } from '#platform/rights/grant-store.server.ts'
import { ROLES } from '#platform/rights/roles.ts'
import { theProgram } from '#platform/users.ts'

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
  const capabilities: Capability[] = ['platform.grant.read', 'platform.account.read', 'people.read']
  const reader = theProgram([{ capabilities, scope: { kind: 'municipality', municipalityId } }])
  return readAs(
    db,
    reader,
    async (tx) => {
      const given = await findGivenGrants(tx, municipalityId, day)
      const ofWork = await findWorkGrants(tx, municipalityId)
      const ended = await findEndedAccounts(tx, municipalityId)
      const held = [
        ...given.map((grant) => ({ accountId: grant.accountId, grant: grant as RoleGrant })),
        ...ofWork,
      ].filter(({ accountId, grant }) => !ended.has(accountId) && answers(grant, day))
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
    },
    { municipalityId },
  )
}

const answers = ({ role, validFrom, validTo }: RoleGrant, day: string) =>
  role in ROLES &&
  bundleOf(role).includes('work.duty.answer') &&
  (!validFrom || validFrom <= day) &&
  (!validTo || day < validTo)

const accountsOf = (held: readonly { accountId: string }[]) => [
  ...new Set(held.map(({ accountId }) => accountId)),
]

import { findWorkGrants } from '#modules/people.server'
import { findEndedAccounts } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf, type Capability } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findGivenGrants, type RoleGrant } from '#platform/rights/grant-store.server.ts'
import { ROLES } from '#platform/rights/roles.ts'
import { theProgram } from '#platform/users.ts'
import type { PlanOfWork } from './model.ts'

/** Accounts that write plans, by whose they are. */
export type Planners = {
  /** By the institution's id. */
  institutions: ReadonlyMap<string, readonly string[]>
  department: readonly string[]
}

/**
 * Who writes plans in a municipality today, whether the right was given or comes with a post. Read in the program's own
 * name: whoever asks need not see everybody's rights.
 */
export function readPlanners(db: Database, municipalityId: string, day = municipalDay()): Promise<Planners> {
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
      ].filter(({ accountId, grant }) => !ended.has(accountId) && holds(grant, day))
      const institutions = new Map<string, string[]>()
      const department = new Set<string>()
      for (const { accountId, grant } of held) {
        const may = bundleOf(grant.role)
        const { scope } = grant
        if (scope.kind === 'municipality' && may.includes('strategy.alignment.edit'))
          department.add(accountId)
        if (scope.kind !== 'institution' || !may.includes('strategy.development.edit')) continue
        const some = institutions.get(scope.id) ?? []
        if (!some.includes(accountId)) institutions.set(scope.id, [...some, accountId])
      }
      return { institutions, department: [...department] }
    },
    { municipalityId },
  )
}

const holds = ({ role, validFrom, validTo }: RoleGrant, day: string) =>
  role in ROLES && (!validFrom || validFrom <= day) && (!validTo || day < validTo)

/** Who writes a plan. */
export const writersOf = ({ owner }: Pick<PlanOfWork, 'owner'>, planners: Planners): readonly string[] =>
  owner === null ? planners.department : (planners.institutions.get(owner.id) ?? [])

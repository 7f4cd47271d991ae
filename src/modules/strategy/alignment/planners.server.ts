import { readHeldGrants } from '#modules/people.server'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
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
  return readHeldGrants(db, municipalityId, day, ({ grants }) => {
    const institutions = new Map<string, string[]>()
    const department = new Set<string>()
    for (const { accountId, grant } of grants) {
      const may = bundleOf(grant.role)
      const { scope } = grant
      if (scope.kind === 'municipality' && may.includes('strategy.alignment.edit')) department.add(accountId)
      if (scope.kind !== 'institution' || !may.includes('strategy.development.edit')) continue
      const some = institutions.get(scope.id) ?? []
      if (!some.includes(accountId)) institutions.set(scope.id, [...some, accountId])
    }
    return { institutions, department: [...department] }
  })
}

/** Who writes a plan. */
export const writersOf = ({ owner }: Pick<PlanOfWork, 'owner'>, planners: Planners): readonly string[] =>
  owner === null ? planners.department : (planners.institutions.get(owner.id) ?? [])

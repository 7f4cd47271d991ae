import type { PageRights } from '#platform/http/address.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import { everyDeclaration } from '#platform/rights/declared.ts'
import { LEVELS, type Level, levelsBetween } from '#platform/rights/levels.ts'
import type { Role } from '#platform/rights/roles.ts'
import { currentGrants, may, mayAnywhere, type User } from '#platform/users.ts'
import type { Holding } from './holding.ts'

/** A right by which somebody can see or change what a page shows. */
export type Ability = Holding & {
  /** Whether it reaches all of the municipality, or a part such as one institution. */
  isWhole: boolean
}

/** Who can see what a page shows and who can change it, each by all rights that let them. */
export type WhoCan = { read: Ability[]; change: Ability[] }

/** Whom one is about: they are counted, and named to those only who see rights anyway. */
export const PRIVATE_ROLES: ReadonlySet<Role> = new Set(['pupil', 'guardian'])

/**
 * Everybody whose rights let them see or change what a page shows in a municipality on a day, asked one right at a
 * time of the functions that decide: `may` and the reach of the tables.
 */
export function whoCan(
  holdings: readonly Holding[],
  { reads, changes }: PageRights,
  municipalityId: string,
  day?: string,
): WhoCan {
  const withAny = (capabilities: readonly Capability[]) =>
    holdings.flatMap((holding): Ability[] => {
      const user = holderOf(holding, day)
      const counting = capabilities.filter(
        (capability) =>
          mayAnywhere(user, capability, municipalityId) && levelsOf(capability).has(holding.grant.scope.kind),
      )
      if (counting.length === 0) return []
      return [{ ...holding, isWhole: counting.some((one) => may(user, one, { municipalityId }, day)) }]
    })
  const isPresent = (holding: Holding) => holderOf(holding, day).grants.length > 0
  const read = reads === 'present' ? holdings.filter(isPresent).map((one) => ({ ...one, isWhole: true })) : []
  return { read: typeof reads === 'string' ? read : withAny(reads), change: withAny(changes) }
}

const holderOf = ({ accountId, grant }: Holding, day?: string): User => {
  const user: User = { id: accountId, kind: 'member', grants: [grant] }
  return { ...user, grants: currentGrants(user, day) }
}

/** Levels at which holding a capability opens anything: those that tables count, or all where no table asks for it. */
function levelsOf(capability: Capability): ReadonlySet<Level> {
  const levels = Object.values(everyDeclaration()).flatMap((table) =>
    'reach' in table && (table.read === capability || table.write === capability)
      ? levelsBetween(table.from, table.reach)
      : [],
  )
  return new Set(levels.length === 0 ? LEVELS : levels)
}

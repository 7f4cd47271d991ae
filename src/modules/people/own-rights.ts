import { bundleOf } from '#platform/rights/capabilities.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Place } from '#platform/rights/scope.ts'
import { may, type User } from '#platform/users.ts'

/**
 * Whether work would give whoever writes it down a right that they do not hold there: nobody gives themselves one. A
 * head who takes a class as well gains nothing by it.
 *
 * @param accountId of the person whose work it is
 * @param role that follows from the work
 */
export const givesOwnRights = (user: User, accountId: string | null, role: Role, place: Place): boolean =>
  accountId === user.id && bundleOf(role).some((capability) => !may(user, capability, place))

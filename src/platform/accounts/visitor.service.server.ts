import { beginAsAccounts } from '../database/scope.server.ts'
import type { Role } from '../rights/roles.ts'
import { capabilitiesOf, currentGrants, type User } from '../users.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import { sessionTokenIn } from './cookies.server.ts'
import type { AccountDesk, Asker } from './desk.server.ts'
import { findShutPlaces } from './holders-store.server.ts'
import { hashOf } from './keys.server.ts'
import { findSession, type OwnSession } from './sessions-store.server.ts'
import { isDemoHere } from './sign-in.service.server.ts'

/** What is still to be done before somebody who has given a password may work. */
export type Hindrance =
  /** Rights ask for a second factor, and none is set up. */
  | 'setUp'
  /** A second factor is set up, and was not shown in this session. */
  | 'code'

export type Visitor = { user: User; session: OwnSession; hindrance: Hindrance | null }

/**
 * Who has signed in. Whoever still has to show or set up a second factor comes without any right.
 *
 * @returns undefined when nobody has
 */
export async function findVisitor(desk: AccountDesk, asker: Asker): Promise<Visitor | undefined> {
  const token = sessionTokenIn(asker.cookie, desk)
  if (token === undefined) return undefined
  const session = await beginAsAccounts(desk.db, (tx) => findSession(tx, hashOf(token), new Date()))
  if (!session || (session.isDemo && !isDemoHere(desk, asker))) return undefined
  const found = await desk.findUserAnd(session.accountId, (tx) => findShutPlaces(tx, session.accountId))
  const user = withoutPlaces(found.user, found.more)
  const hindrance = hindranceOf(session, user)
  return { user: hindrance ? { ...user, grants: [] } : user, session, hindrance }
}

/** Rights in a municipality begin and end with the account there, those that follow from work included. */
function withoutPlaces(user: User, shut: ReadonlySet<string>): User {
  if (shut.size === 0) return user
  const grants = user.grants.filter(
    ({ scope }) => !shut.has(scope.kind === 'country' ? COUNTRY : scope.municipalityId),
  )
  return { ...user, grants }
}

function hindranceOf(session: OwnSession, user: User): Hindrance | null {
  if (session.isDemo || session.isConfirmed) return null
  if (session.hasCodes) return 'code'
  return asksForCodes(user) ? 'setUp' : null
}

/** Capabilities by which one reads about persons. */
const ABOUT_PERSONS = /^(people|identity)\.|\.(record|unprotected|persons?|case)(\.|$)/
/** Capabilities by which one only reads. */
const READS = /\.(read|count|keep)$|^platform\.(keep|post\.count)$/

/**
 * Whether somebody's rights ask for a second factor: those of whoever changes data, or reads about persons. Pupils
 * and guardians, who see only what is their own, need none.
 */
export function asksForCodes(user: User): boolean {
  return currentGrants(user).some(
    (grant) =>
      !('role' in grant && OWN_ONLY.includes(grant.role)) &&
      capabilitiesOf(grant).some((one) => !READS.test(one) || ABOUT_PERSONS.test(one)),
  )
}
const OWN_ONLY: readonly Role[] = ['pupil', 'guardian']

import { findGroups, findPersonNames } from '#modules/people.server'
import { findInstitutions } from '#modules/registry.server'
import { findAccountHolder } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import {
  findGrantProblem,
  type GrantEntry,
  type GrantProblem,
  giveRole,
  municipalityOf,
} from '#platform/rights/grants.server.ts'
import type { Scope } from '#platform/rights/scope.ts'
import type { User } from '#platform/users.ts'
import { holdingsReader } from './holdings.server.ts'

/**
 * Gives a role over something of the municipality. An institution, group or person of another one is refused: policies
 * know ids only, so such a grant would open what belongs to others.
 */
export async function giveRoleWithin(
  db: Database,
  user: User,
  entry: GrantEntry,
  why?: string,
): Promise<{ id: string } | GrantProblem> {
  return (await findProblemWithin(db, user, entry)) ?? (await giveRole(db, user, entry, why))
}

/** Why a role cannot be given like this; undefined when it can. @throws a refusal where the user may give none */
export async function findProblemWithin(
  db: Database,
  user: User,
  entry: GrantEntry,
): Promise<GrantProblem | undefined> {
  const found = await findGrantProblem(db, user, entry)
  if (found) return found
  if (!(await worksHere(db, municipalityOf(entry.scope), entry.accountId)))
    return { problem: 'platform.grant.account' }
  return (await isThere(db, entry.scope)) ? undefined : { problem: 'platform.grant.scope' }
}

/**
 * Whether an account works in a place: it was invited there, and has not ended. A right that nobody can use, or that
 * wakes when somebody comes back, is given to nobody.
 *
 * @param placeId a municipality's id, or the country's
 */
export async function worksHere(db: Database, placeId: string, accountId: string): Promise<boolean> {
  const holder = await readAs(db, holdingsReader(placeId), (tx) => findAccountHolder(tx, placeId, accountId))
  return holder !== undefined && holder.endedOn === null
}

/** Whether what a scope names belongs to its municipality. */
function isThere(db: Database, scope: Scope): Promise<boolean> {
  if (!('id' in scope)) return Promise.resolve(true)
  const { kind, municipalityId, id } = scope
  return readAs(db, holdingsReader(municipalityId), async (tx) => {
    if (kind === 'institution') return (await findInstitutions(tx, municipalityId, { ids: [id] })).length > 0
    if (kind === 'person') return (await findPersonNames(tx, municipalityId, [id])).size > 0
    return (await findGroups(tx, municipalityId)).some(({ groupId }) => groupId === id)
  })
}

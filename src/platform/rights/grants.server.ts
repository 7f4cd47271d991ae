import { v7 as uuidv7 } from 'uuid'
import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { PlatformTextKey } from '../texts/keys.ts'
import { demand, may, type User } from '../users.ts'
import { type Change, inChange } from '../write/change.server.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import { ChangedMeanwhile, revise } from '../write/revise.server.ts'
// How the table is written is declared there.
import './platform-reach.server.ts'
import { asRow, findGrants, type GivenGrant, giveInTurn, type RoleGrant } from './grant-store.server.ts'
import type { Level } from './levels.ts'
import { ROLES, type Role } from './roles.ts'
import type { Place, Scope } from './scope.ts'

/**
 * The user behind an account, with the roles it was given. Grants that follow from assignments are added by
 * whoever knows those.
 */
export const findUser = async (db: Database, accountId: string): Promise<User> =>
  (await findUserAnd(db, accountId, async () => undefined)).user

/** The same with more that is read in the account's own name, in one transaction: it is asked for with each request. */
export async function findUserAnd<More>(
  db: Database,
  accountId: string,
  readMore: (tx: DatabaseTransaction) => Promise<More>,
): Promise<{ user: User; more: More }> {
  const nobody: User = { id: accountId, kind: 'member', grants: [] }
  return readAs(db, nobody, async (tx) => ({
    user: { ...nobody, grants: await findGrants(tx, accountId) },
    more: await readMore(tx),
  }))
}

/** A role to be given to an account. */
export type GrantEntry = {
  accountId: string
  role: Role
  scope: Scope
  /** first day it holds, `YYYY-MM-DD` */
  validFrom: string
  validTo: string | null
}

/** Why a grant cannot be given or ended like this. */
export type GrantProblem = { problem: Extract<PlatformTextKey, `platform.grant.${string}`> }

/**
 * Gives an account a role. Nobody gives themselves one, and a deputy appoints no administrator.
 *
 * @returns the grant's id, or why the role cannot be given like this
 */
export async function giveRole(
  db: Database,
  user: User,
  entry: GrantEntry,
  why?: string,
): Promise<{ id: string } | GrantProblem> {
  const found = await findGrantProblem(db, user, entry)
  if (found) return found
  const id = uuidv7()
  const row = { ...entry, id, givenBy: user.id, delegatedGrant: null, revision: 0 }
  const placeId = municipalityOf(entry.scope)
  const what = { action: 'grant.given', subject: entry.accountId, why } as const
  const problem = await writeGrants(db, user, placeId, what, async (tx) => {
    // Another may have given the same since it was looked for.
    await giveInTurn(tx, placeId, entry.accountId)
    return (await findHeldProblem(tx, entry)) ?? [row]
  })
  return problem ?? { id }
}

/** Why a role cannot be given like this; undefined when it can. @throws a refusal where the user may give none */
export async function findGrantProblem(
  db: Database,
  user: User,
  entry: GrantEntry,
): Promise<GrantProblem | undefined> {
  const { scope, role, validFrom, validTo } = entry
  demand(user, 'platform.grant.edit', placeOf(scope))
  const levels: readonly Level[] = ROLES[role]
  if (!levels.includes(scope.kind)) return { problem: 'platform.grant.scope' }
  if (validTo !== null && validTo <= validFrom) return { problem: 'platform.grant.dates' }
  if (entry.accountId === user.id) return { problem: 'platform.grant.self' }
  if (role === 'administrator' && !mayInOwnRight(user, placeOf(scope)))
    return { problem: 'platform.grant.deputy' }
  return readAs(db, user, (tx) => findHeldProblem(tx, entry))
}

async function findHeldProblem(
  tx: DatabaseTransaction,
  entry: GrantEntry,
): Promise<GrantProblem | undefined> {
  const held = await findGrants(tx, entry.accountId)
  return held.some((grant) => isHeldAlready(grant, entry)) ? { problem: 'platform.grant.held' } : undefined
}

/** Whether somebody gives and ends rights without standing in for another. */
export const mayInOwnRight = (user: User, place: Place): boolean =>
  may(
    { ...user, grants: user.grants.filter(({ delegatedFrom }) => delegatedFrom === undefined) },
    'platform.grant.edit',
    place,
  )

function isHeldAlready(grant: RoleGrant, { role, scope, validFrom, validTo }: GrantEntry): boolean {
  if (grant.delegatedFrom !== undefined || grant.role !== role) return false
  const isOver = grant.validTo
    ? grant.validTo <= validFrom || grant.validTo <= (grant.validFrom ?? '')
    : false
  return (
    isSameScope(grant.scope, scope) &&
    !isOver &&
    (validTo === null || !grant.validFrom || grant.validFrom < validTo)
  )
}

/** Whether two scopes are one, however they came. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
  JSON.stringify(canonicalScope(one)) === JSON.stringify(canonicalScope(other))

const canonicalScope = (scope: Scope) => [
  scope.kind,
  'municipalityId' in scope ? scope.municipalityId : null,
  'id' in scope ? scope.id : null,
]

/**
 * Writes grants of one municipality, or of the country, under one change.
 *
 * @param grantsOf the grants, read and compared in the same transaction; or why nothing is written
 * @returns why nothing was written; undefined when it was
 */
export async function writeGrants(
  db: Database,
  user: User,
  municipalityId: string,
  { action, subject, why }: { action: `grant.${string}`; subject: string; why?: string | undefined },
  grantsOf: (tx: DatabaseTransaction) => Promise<readonly GivenGrant[] | GrantProblem>,
): Promise<GrantProblem | undefined> {
  const what = { stream: 'grants', origin: 'form', action, isPublic: false } as const
  const intent = { ...what, subject, municipalityId, at: new Date(), ...(why === undefined ? {} : { why }) }
  try {
    const { result } = await inChange(db, user, intent, async (tx, change) => {
      const grants = await grantsOf(tx)
      if ('problem' in grants) return grants
      await reviseGrants(tx, change, grants)
      return undefined
    })
    return result
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { problem: 'platform.grant.meanwhile' }
    throw error
  }
}

/** Brings grants to what is said, in a change that is under way. */
export const reviseGrants = (tx: DatabaseTransaction, change: Change, grants: readonly GivenGrant[]) =>
  revise(tx, change, { table: 'platform.role_grant', key: ['id'], hasId: true }, grants.map(asRow))

/** The municipality under whose id a grant stands. */
export const municipalityOf = (scope: Scope) => (scope.kind === 'country' ? COUNTRY : scope.municipalityId)

const placeOf = (scope: Scope): Place =>
  scope.kind === 'country' ? 'country' : { municipalityId: scope.municipalityId }

import { v7 as uuidv7 } from 'uuid'
import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { PlatformTextKey } from '../texts/keys.ts'
import { demand, may, type User } from '../users.ts'
import { inChange } from '../write/change.server.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import { revise } from '../write/revise.server.ts'
import { municipalDay } from './day.ts'
// How the table is written is declared there.
import './platform-reach.server.ts'
import {
  asRow,
  findGivenGrant,
  findGrants,
  findLent,
  type GivenGrant,
  type RoleGrant,
} from './grant-store.server.ts'
import { findAbleAdministrators, staysAdministered } from './last-administrator.server.ts'
import type { Level } from './levels.ts'
import { ROLES, type Role } from './roles.ts'
import type { Place, Scope } from './scope.ts'

/**
 * The user behind an account, with the roles it was given. Grants that follow from assignments are added by
 * whoever knows those.
 */
export async function findUser(db: Database, accountId: string): Promise<User> {
  const nobody: User = { id: accountId, kind: 'member', grants: [] }
  return { ...nobody, grants: await readAs(db, nobody, (tx) => findGrants(tx, accountId)) }
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
  await writeGrants(
    db,
    user,
    municipalityOf(entry.scope),
    { action: 'grant.given', subject: entry.accountId, why },
    () => [row],
  )
  return { id }
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
  const held = await readAs(db, user, (tx) => findGrants(tx, entry.accountId))
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
  const isSame = JSON.stringify(canonicalScope(grant.scope)) === JSON.stringify(canonicalScope(scope))
  const isOver = grant.validTo
    ? grant.validTo <= validFrom || grant.validTo <= (grant.validFrom ?? '')
    : false
  return isSame && !isOver && (validTo === null || !grant.validFrom || grant.validFrom < validTo)
}

const canonicalScope = (scope: Scope) => [
  scope.kind,
  'municipalityId' in scope ? scope.municipalityId : null,
  'id' in scope ? scope.id : null,
]

/** Which grant is to be ended, and when. */
export type Ending = {
  municipalityId: string
  id: string
  /** first day on which it no longer holds, `YYYY-MM-DD` */
  on: string
  /** The grant's revision as whoever ends it saw it; what was changed since is not ended unseen. */
  revision?: number
  why?: string
  /** The account itself has ended: its rights go even where nobody is left to administer. */
  isAccountOver?: boolean
}

/**
 * Ends a grant on a day, and with it what was lent from it.
 *
 * @returns why it cannot be ended: it holds no more, was changed meanwhile, or no
 *   administrator whose account works would be left on some later day
 */
export async function endGrantOn(
  db: Database,
  user: User,
  { municipalityId, id, on, revision, why, isAccountOver = false }: Ending,
): Promise<{ ended: GivenGrant } | GrantProblem> {
  demand(user, 'platform.grant.edit', municipalityId === COUNTRY ? 'country' : { municipalityId })
  if (on < municipalDay()) return { problem: 'platform.grant.past' }
  const grant = await readAs(db, user, (tx) => findGivenGrant(tx, municipalityId, id))
  if (!grant || (grant.validTo !== null && grant.validTo <= on)) return { problem: 'platform.grant.over' }
  if (revision !== undefined && revision !== grant.revision) return { problem: 'platform.grant.meanwhile' }
  const able = await findAbleAdministrators(db, user, municipalityId)
  const last = new LastAdministrator()
  const ended = cutAt(grant, on)
  try {
    await writeGrants(
      db,
      user,
      municipalityId,
      { action: 'grant.ended', subject: grant.accountId, why },
      async (tx) => {
        const isAdministrator = grant.role === 'administrator' && grant.delegatedFrom === undefined
        const isFree = !isAdministrator || isAccountOver
        if (!isFree && !(await staysAdministered(tx, municipalityId, { grant, on, able }))) throw last
        const lent = await findLent(tx, municipalityId, grant.accountId, on)
        return [
          ended,
          ...lent.filter(({ delegatedGrant }) => delegatedGrant === id).map((one) => cutAt(one, on)),
        ]
      },
    )
  } catch (error) {
    if (error === last) return { problem: 'platform.grant.last' }
    throw error
  }
  return { ended }
}

/** Ends a grant at once. Answers false where there is none that holds today or later, or it may not be ended. */
export async function endGrant(
  db: Database,
  user: User,
  municipalityId: string,
  id: string,
): Promise<boolean> {
  return 'ended' in (await endGrantOn(db, user, { municipalityId, id, on: municipalDay() }))
}

class LastAdministrator extends Error {}

/** The grant ended on a day; one that has not begun by then never holds. */
export const cutAt = (grant: GivenGrant, on: string): GivenGrant => ({
  ...grant,
  validTo: on > grant.validFrom ? on : grant.validFrom,
})

/** Writes grants of one municipality, or of the country, under one change. */
export async function writeGrants(
  db: Database,
  user: User,
  municipalityId: string,
  { action, subject, why }: { action: `grant.${string}`; subject: string; why?: string | undefined },
  grantsOf: (tx: DatabaseTransaction) => readonly GivenGrant[] | Promise<readonly GivenGrant[]>,
) {
  const what = { stream: 'grants', origin: 'form', action, isPublic: false } as const
  const intent = { ...what, subject, municipalityId, at: new Date(), ...(why === undefined ? {} : { why }) }
  return inChange(db, user, intent, async (tx, change) => {
    const rows = (await grantsOf(tx)).map(asRow)
    return revise(tx, change, { table: 'platform.role_grant', key: ['id'], hasId: true }, rows)
  })
}

/** The municipality under whose id a grant stands. */
export const municipalityOf = (scope: Scope) => (scope.kind === 'country' ? COUNTRY : scope.municipalityId)

const placeOf = (scope: Scope): Place =>
  scope.kind === 'country' ? 'country' : { municipalityId: scope.municipalityId }

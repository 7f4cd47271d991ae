import { refuse } from './refuse.ts'
import { bundleOf, type Capability, everyCapability } from './rights/capabilities.ts'
import { municipalDay } from './rights/day.ts'
import type { Role } from './rights/roles.ts'
import { covers, type Place, type Scope } from './rights/scope.ts'

/** A right of one person: a role, or single capabilities, over a scope, for a time. */
export type Grant = ({ role: Role } | { capabilities: readonly Capability[] }) & {
  scope: Scope
  /** first day it holds, `YYYY-MM-DD` */
  validFrom?: string | null
  /** first day it no longer holds */
  validTo?: string | null
  /** Account whose right it is, while its holder stands in for them. */
  delegatedFrom?: string
}

/** Who is asking. A request without an account is the public. */
export type User = { id: string; kind: 'public' | 'member'; grants: readonly Grant[] }

export const THE_PUBLIC: User = { id: 'public', kind: 'public', grants: [] }

/**
 * The person at the machine's own command line, who can reach the database files anyway.
 *
 * @param municipalityIds where to work; the whole country when none is given
 */
export function operator(...municipalityIds: string[]): User {
  const capabilities = everyCapability()
  const scopes: Scope[] =
    municipalityIds.length === 0
      ? [{ kind: 'country' }]
      : municipalityIds.map((municipalityId) => ({ kind: 'municipality', municipalityId }))
  return { id: 'operator', kind: 'member', grants: scopes.map((scope) => ({ capabilities, scope })) }
}

/** The program itself, where it does in its own name what nobody has to do: with no more rights than the work needs. */
export const theProgram = (grants: readonly Grant[]): User => ({ id: 'izaugsme', kind: 'member', grants })

/** What a grant lets its holder do. */
export const capabilitiesOf = (grant: Grant): readonly Capability[] =>
  'role' in grant ? bundleOf(grant.role) : grant.capabilities

/** Grants that hold on a day, as a rule today in the municipality. */
export function currentGrants(user: User, day = municipalDay()): Grant[] {
  return user.grants.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= day) && (!validTo || day < validTo),
  )
}

/** Whether the user may do something somewhere on a day. */
export function may(user: User, capability: Capability, place: Place, day?: string): boolean {
  return currentGrants(user, day).some(
    (grant) => covers(grant.scope, place) && capabilitiesOf(grant).includes(capability),
  )
}

/** Stops the request when the user lacks the capability; services call it before anything else. */
export function demand(user: User, capability: Capability, place: Place) {
  if (!may(user, capability, place)) refuse(403, 'platform.refused.grant')
}

/** Whether the user may do something anywhere in a municipality, be it with one institution or person only. */
export function mayAnywhere(user: User, capability: Capability, municipalityId: string): boolean {
  return currentGrants(user).some(
    (grant) =>
      (grant.scope.kind === 'country' || grant.scope.municipalityId === municipalityId) &&
      capabilitiesOf(grant).includes(capability),
  )
}

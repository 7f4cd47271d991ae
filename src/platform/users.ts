import { refuse } from './refuse.ts'

/** What a grant lets a person do. Reading here means reading what is not public. */
export type Permission = 'read' | 'write'

/** A right of one person over one municipality or over the whole country, for a time. */
export type Grant = {
  permission: Permission
  /** id of a municipality, or `country` */
  scope: string
  /** first day it holds, `YYYY-MM-DD` */
  validFrom?: string
  /** first day it no longer holds */
  validTo?: string
}

/** Who is asking. A request without an account is the public. */
export type User = { id: string; kind: 'public' | 'member'; grants: readonly Grant[] }

export const THE_PUBLIC: User = { id: 'public', kind: 'public', grants: [] }

/** The person at the machine's own command line, who can reach the database files anyway. */
export function operator(...municipalityIds: string[]): User {
  const scopes = ['country', ...municipalityIds]
  return {
    id: 'operator',
    kind: 'member',
    grants: scopes.flatMap((scope) => [
      { permission: 'read', scope } as const,
      { permission: 'write', scope } as const,
    ]),
  }
}

/** Ids of the municipalities over which the user holds the permission on the day given. */
export function grantedMunicipalities(user: User, permission: Permission, today?: string): string[] {
  return currentGrants(user, permission, today)
    .map((grant) => grant.scope)
    .filter((scope) => scope !== 'country')
}

export function isNational(user: User, permission: Permission, today?: string): boolean {
  return currentGrants(user, permission, today).some((grant) => grant.scope === 'country')
}

/** Stops the request when the user lacks the permission; services call it before anything else. */
export function demand(user: User, permission: Permission, scope: string) {
  const holds =
    scope === 'country'
      ? isNational(user, permission)
      : grantedMunicipalities(user, permission).includes(scope)
  if (!holds) refuse(403, 'platform.refused.grant')
}

function currentGrants(user: User, permission: Permission, today = new Date().toISOString().slice(0, 10)) {
  return user.grants.filter(
    (grant) =>
      grant.permission === permission &&
      (grant.validFrom ?? '') <= today &&
      (grant.validTo === undefined || today < grant.validTo),
  )
}

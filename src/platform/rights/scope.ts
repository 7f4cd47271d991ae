import type { Level } from './levels.ts'

/** Over what a grant holds. */
export type Scope =
  | { kind: 'country' }
  | { kind: 'municipality'; municipalityId: string }
  | { kind: Exclude<Level, 'country' | 'municipality'>; municipalityId: string; id: string }

/** Whose something is that somebody wants to do; as narrow as it is known. */
export type Place =
  | 'country'
  | { municipalityId: string; institutionId?: string; groupId?: string; personId?: string }

/** Whether a scope covers a place. */
export function covers(scope: Scope, place: Place): boolean {
  if (scope.kind === 'country') return true
  if (place === 'country' || scope.municipalityId !== place.municipalityId) return false
  if (scope.kind === 'municipality') return true
  const ids = { institution: place.institutionId, group: place.groupId, person: place.personId }
  return ids[scope.kind] === scope.id
}

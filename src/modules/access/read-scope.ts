import type { Scope } from '#platform/rights/scope.ts'

/** A scope as forms send it: `municipality`, or a level with an id behind a colon. */
export function readScope(typed: string, municipalityId: string): Scope {
  if (typed === 'country') return { kind: 'country' }
  if (typed === 'municipality') return { kind: 'municipality', municipalityId }
  const [kind, id = ''] = typed.split(':')
  return { kind: kind as 'institution' | 'group' | 'person', municipalityId, id }
}

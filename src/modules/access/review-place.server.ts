import type { Place, Scope } from '#platform/rights/scope.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'

/** Whose given rights are reviewed together: those of a municipality, or those over the whole country. */
export type ReviewPlace = { id: string; address: string }

/** The country and each municipality, with where its review is done. @param municipalities names in addresses, by id */
export const reviewPlaces = (municipalities: ReadonlyMap<string, string>): ReviewPlace[] => [
  { id: COUNTRY, address: '/darbs/tiesibas/parskatisana' },
  ...[...municipalities].map(([id, slug]) => ({ id, address: `/darbs/${slug}/tiesibas/parskatisana` })),
]

/** What whoever decides must reach. */
export const placeOf = (id: string): Place => (id === COUNTRY ? 'country' : { municipalityId: id })

/** What the program reaches as it reviews. */
export const scopeOf = (id: string): Scope =>
  id === COUNTRY ? { kind: 'country' } : { kind: 'municipality', municipalityId: id }

import { COUNTRY } from '#platform/write/data-version.server.ts'

/** Whose given rights are reviewed together: those of a municipality, or those over the whole country. */
export type ReviewPlace = { id: string; address: string }

/** The country and each municipality, with where its review is done. @param municipalities names in addresses, by id */
export const reviewPlaces = (municipalities: ReadonlyMap<string, string>): ReviewPlace[] => [
  { id: COUNTRY, address: '/darbs/tiesibas/parskatisana' },
  ...[...municipalities].map(([id, slug]) => ({ id, address: `/darbs/${slug}/tiesibas/parskatisana` })),
]

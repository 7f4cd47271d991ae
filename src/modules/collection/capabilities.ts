import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES } from '#platform/rights/roles.ts'

const givers = ['institutionHead', 'institutionCoordinator'] as const

/** What one may do with calls and what is handed in. Who accepts also enters figures, for they become some. */
export const collectionCapabilities = {
  'collection.read': [...EDITORS_OF_FIGURES, ...givers],
  'collection.call.edit': EDITORS_OF_FIGURES,
  'collection.answer': givers,
  'collection.accept': EDITORS_OF_FIGURES,
  /** Reads what all institutions of a municipality handed in together, across municipalities. */
  'collection.totals.read': [...EDITORS_OF_FIGURES, 'ministryReader'],
  /** Publishes what each municipality can open as its own; over the country for all of them. */
  'collection.template.edit': ['administrator', ...EDITORS_OF_FIGURES],
  /** Answers for the municipality when all of them are asked. */
  'collection.poll.answer': ['educationHead', 'educationSpecialist'],
  'collection.analysis.edit': EDITORS_OF_FIGURES,
  /** Nobody's but the process's own: counts polls that have closed, reminds and escalates. */
  'collection.keep': [],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof collectionCapabilities, true> {}
}

import type { Capability } from '#platform/rights/capabilities.ts'

/** Whoever may load some of a municipality's tables sees the pages on which files go in and out. */
export const READS_OF_DATA: readonly Capability[] = [
  'sources.edit',
  'registry.institution.edit',
  'indicators.edit',
  'strategy.edit',
  'surveys.edit',
]

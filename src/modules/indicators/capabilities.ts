import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with indicators and figures that are not public. */
export const indicatorsCapabilities = {
  'indicators.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'institutionHead',
    'institutionCoordinator',
    'councilMember',
    'ministryReader',
    'researcher',
  ],
  'indicators.edit': ['educationHead', 'educationSpecialist', 'dataAnalyst'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof indicatorsCapabilities, true> {}
}

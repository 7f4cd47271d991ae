import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with documents that only figures and plans not yet public cite. */
export const sourcesCapabilities = {
  'sources.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'institutionHead',
    'institutionCoordinator',
    'councilMember',
    'ministryReader',
    'researcher',
  ],
  'sources.edit': ['educationHead', 'educationSpecialist', 'dataAnalyst'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof sourcesCapabilities, true> {}
}

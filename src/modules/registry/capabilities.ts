import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with the registers, and with institutions that are not public. */
export const registryCapabilities = {
  'registry.edit': ['administrator'],
  'registry.institution.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'institutionHead',
    'institutionCoordinator',
    'councilMember',
    'ministryReader',
    'researcher',
  ],
  'registry.institution.edit': ['educationHead', 'educationSpecialist', 'dataAnalyst'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof registryCapabilities, true> {}
}

import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with strategies that are not public yet. */
export const strategyCapabilities = {
  'strategy.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'councilMember',
    'ministryReader',
    'researcher',
  ],
  'strategy.edit': ['educationHead', 'educationSpecialist'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof strategyCapabilities, true> {}
}

import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with survey results that are not public. */
export const surveysCapabilities = {
  'surveys.read': ['educationHead', 'educationSpecialist', 'dataAnalyst', 'ministryReader', 'researcher'],
  'surveys.edit': EDITORS_OF_FIGURES,
  /** Also answers of so few people that they would tell about single ones. */
  'surveys.unprotected.read': ['educationHead', 'educationSpecialist', 'dataAnalyst'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof surveysCapabilities, true> {}
}

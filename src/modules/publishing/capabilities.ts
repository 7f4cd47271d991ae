import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with reports that are not published yet; what is published everybody reads. */
export const publishingCapabilities = {
  'publishing.report.read': [...EDITORS_OF_FIGURES, 'councilMember'],
  /** Begins reports and writes their commentary. */
  'publishing.report.edit': EDITORS_OF_FIGURES,
  /** Freezes and publishes them. */
  'publishing.report.freeze': ['educationHead', 'educationSpecialist'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof publishingCapabilities, true> {}
}

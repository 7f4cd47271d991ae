import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with findings that everybody reads: see whose they are, and say what is the matter with them. */
export const findingsCapabilities = {
  'findings.read': EDITORS_OF_FIGURES,
  'findings.edit': EDITORS_OF_FIGURES,
  /** Reads findings in the figures as they are, those about few people too. */
  'findings.unprotected.read': EDITORS_OF_FIGURES,
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof findingsCapabilities, true> {}
}

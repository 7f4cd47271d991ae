import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES, READERS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with indicators and figures that are not public. */
export const indicatorsCapabilities = {
  'indicators.read': READERS_OF_FIGURES,
  'indicators.edit': EDITORS_OF_FIGURES,
  'indicators.unprotected.read': EDITORS_OF_FIGURES,
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof indicatorsCapabilities, true> {}
}

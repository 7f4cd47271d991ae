import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES, READERS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with documents that only figures and plans not yet public cite. */
export const sourcesCapabilities = {
  'sources.read': READERS_OF_FIGURES,
  'sources.edit': EDITORS_OF_FIGURES,
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof sourcesCapabilities, true> {}
}

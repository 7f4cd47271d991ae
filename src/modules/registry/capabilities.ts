import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES, READERS_OF_FIGURES } from '#platform/rights/roles.ts'

/** What one may do with the registers, and with institutions that are not public. */
export const registryCapabilities = {
  'registry.edit': ['administrator'],
  'registry.institution.read': READERS_OF_FIGURES,
  'registry.institution.edit': EDITORS_OF_FIGURES,
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof registryCapabilities, true> {}
}

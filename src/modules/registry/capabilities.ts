import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with the registers. */
export const registryCapabilities = {
  'registry.edit': ['administrator'],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof registryCapabilities, true> {}
}

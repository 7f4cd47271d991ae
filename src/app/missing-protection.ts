import type { Protection } from '#platform/database/protect.server.ts'
import type { Text } from '#platform/texts/text.ts'

/** What the database cannot keep from happening, a line each; nothing when it is fully protected. */
export function describeMissingProtection(missing: readonly Protection[], text: Text): string[] {
  if (missing.length === 0) return []
  return [
    text('platform.protection.missing'),
    ...missing.map((one) => `  ${text(`platform.protection.${one}`)}`),
  ]
}

import type { LocalText } from '#platform/texts/text.ts'

/** A local government as it is in one stretch of time. `id` stays the same over all its stretches. */
export type Municipality = {
  id: string
  /** Its address on the web: `liepaja`. */
  slug: string
  /** Code of the territory in the national classifier: `LV0005000`. */
  code: string
  kind: 'stateCity' | 'novads'
  name: LocalText
  region: { code: string; name: LocalText }
  validFrom: string
  /** First day on which it no longer exists like this; null while it does. */
  validTo: string | null
  /** Code of the territory that took its place. */
  successor: string | null
  /** Everything about it is invented for trying out; each of its pages says so. */
  isGenerated: boolean
  /** Cell in our own map layout, counted from 1; null for those that have ended. */
  tile: { column: number; row: number } | null
}

import type { LocalText } from '#platform/texts/text.ts'

/** Where accounts work that a page is about: a municipality, or the country, which has no name of its own. */
export type AccountPlace = {
  id: string
  name: LocalText | null
  /** Where its page of accounts stands. */
  address: string
}

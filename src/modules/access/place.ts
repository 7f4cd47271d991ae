import type { LocalText } from '#platform/texts/text.ts'

/** A municipality whose rights a page is about; the country has no name of its own. */
export type AccessPlace = {
  id: string
  name: LocalText | null
  /** Where its page of rights stands. */
  address: string
}

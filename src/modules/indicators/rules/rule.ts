import type { LocalText } from '#platform/texts/text.ts'
import type { Finding } from '../finding.ts'

/**
 * One question put to the data. Pure: the same data give the same findings, and nothing is changed.
 * A rule lives in a file of its own, named as its code.
 */
export type Rule<Data> = {
  /** Stable code that its findings carry, e.g. `share-impossible`. */
  code: string
  title: LocalText
  /** In plain words, what the rule looks for and why it matters. */
  explain: LocalText
  check: (data: Data) => Finding[]
}

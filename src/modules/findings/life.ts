import type { LocalText } from '#platform/texts/text.ts'

/** What a department can say of a finding: why it is so, why it may stay so, that its cause is mended. */
export const SAYINGS = ['explained', 'accepted', 'fixed'] as const
export type Saying = (typeof SAYINGS)[number]

/** States of a finding that is there: nobody has said anything of it since it came, or what was said last. */
export const STATES = ['open', ...SAYINGS] as const
export type FindingState = (typeof STATES)[number]

/** The same with those that the data no longer show. */
export const ALL_STATES = [...STATES, 'closed'] as const
export type LifeState = (typeof ALL_STATES)[number]

/** What was said of a finding; in English where it was written in both languages. */
export type Response = {
  saying: Saying
  /** Null where the words tell, or may tell, of a covered figure. */
  words: { lv: string; en: string | null } | null
  /** `YYYY-MM-DD` */
  on: string
  /** Said before the data closed the finding; since then they have shown it again. */
  isEarlier: boolean
}

/** A finding's state, and what its readers are told of it. */
export type FindingLife = { state: FindingState; response: Response | null }

/** How many findings there are in each state. */
export type StateCounts = Record<LifeState, number>

/** The words in the language of a page; where they are in Latvian only, that is said by the second. */
export function wordsIn(words: NonNullable<Response['words']>, language: keyof LocalText) {
  const isOther = language === 'en' && words.en === null
  return { text: language === 'en' ? (words.en ?? words.lv) : words.lv, isOther }
}

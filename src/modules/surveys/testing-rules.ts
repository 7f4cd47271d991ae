import type { DisclosureRules } from '#modules/registry'

/** The rules of disclosure control as they ship, for tests and for a look before loading. */
export const RULES: DisclosureRules = {
  adultAnswers: { leastPeople: 10, leastCount: 5, zeros: 'hide' },
  minorAnswers: { leastPeople: 10, leastCount: 10, zeros: 'hide' },
  share: { leastPeople: 10, leastCount: 5, zeros: 'hide' },
  count: { leastPeople: 0, leastCount: 5, zeros: 'print' },
}

import type { TextKey } from '#platform/texts/text.ts'

/**
 * How long an institution keeps who its persons were after they have left, by what they were there. The years are those
 * that an institution's list of files gives as a rule; each rule holds for what ended on its first day or later.
 */
type Rule = { of: Stay['of']; validFrom: string; years: number; reason: TextKey }

const RULES: readonly Rule[] = [
  { of: 'post', validFrom: '2018-05-25', years: 10, reason: 'people.withheld.post' },
  { of: 'enrolment', validFrom: '2018-05-25', years: 10, reason: 'people.withheld.enrolment' },
  { of: 'assignment', validFrom: '2018-05-25', years: 5, reason: 'people.withheld.assignment' },
]
/** What ended before any rule is kept as the first rule says. */
const ruleFor = (of: Stay['of'], ended: string): Rule | undefined => {
  const rules = RULES.filter((rule) => rule.of === of)
  return rules.findLast(({ validFrom }) => validFrom <= ended) ?? rules[0]
}

/** A time that somebody was at an institution. */
export type Stay = {
  of: 'post' | 'enrolment' | 'assignment'
  /** first day on which it no longer holds, `YYYY-MM-DD`; null while it goes on */
  validTo: string | null
}

/** Why something must still be kept on a day, and until when; undefined when it need not be. */
export function withholding(stay: Stay, day: string): { reason: TextKey; until: string | null } | undefined {
  if (stay.validTo === null || stay.validTo > day) return { reason: GOES_ON[stay.of], until: null }
  const rule = ruleFor(stay.of, stay.validTo)
  if (!rule) return undefined
  const until = addYears(stay.validTo, rule.years)
  return until > day ? { reason: rule.reason, until } : undefined
}

const GOES_ON = {
  post: 'people.withheld.working',
  enrolment: 'people.withheld.learning',
  assignment: 'people.withheld.charged',
} as const

/** The same day so many years later; 29 February becomes 1 March. */
function addYears(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}

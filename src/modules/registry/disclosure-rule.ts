/** What a rule of disclosure control is about. Minors are pupils; of whom nobody says, the stricter rule holds. */
export const DISCLOSED = ['adultAnswers', 'minorAnswers', 'share', 'count'] as const
export type Disclosed = (typeof DISCLOSED)[number]

/** When a figure about people tells too much, from a day on. */
export type DisclosureRule = {
  what: Disclosed
  /** First day it holds, `YYYY-MM-DD`. */
  validFrom: string
  /** Fewest people that an answer or a share may be of. */
  leastPeople: number
  /** Fewest people that may be counted, and that may be left over. */
  leastCount: number
  /** Whether nobody (or everybody) may be printed. */
  zeros: 'hide' | 'print'
}

/** The rules that hold on one day, by what they are about. */
export type DisclosureRules = Readonly<Record<Disclosed, Omit<DisclosureRule, 'what' | 'validFrom'>>>

/** Holds while no rule is stated: nothing is shown that any rule would cover. */
const STRICTEST = { leastPeople: 10, leastCount: 10, zeros: 'hide' } as const

/**
 * The newest rule of each kind that has begun.
 *
 * @param day `YYYY-MM-DD`
 */
export function rulesOn(rules: readonly DisclosureRule[], day: string): DisclosureRules {
  const inForce = (what: Disclosed) =>
    rules
      .filter((rule) => rule.what === what && rule.validFrom <= day)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? STRICTEST
  return {
    adultAnswers: inForce('adultAnswers'),
    minorAnswers: inForce('minorAnswers'),
    share: inForce('share'),
    count: inForce('count'),
  }
}

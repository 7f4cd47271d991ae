import { addDays } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Answering } from './answering.server.ts'
import { dutyAddress } from './duty.ts'
import type { DutyTime } from './read-duties.server.ts'
import { isSettled, NEAR_DAYS } from './standing.ts'

/** One time of a duty that somebody is to see to. */
export type Wanted = {
  accountId: string
  institutionId: string | null
  name: LocalText
  period: string
  /** Whose it is, where it is an institution's. */
  institution: LocalText | null
  /** How many institutions have not done it, where the department sees to that. */
  waiting: number | null
  /** Where it is marked as done, in its Latvian form. */
  address: string
  dueOn: string
}

/**
 * What those who answer for duties have not done that is due by a day, or was due before it: each institution's own,
 * and what the municipality sees to. That institutions are late is the municipality's from the day after.
 */
export function wantedBy(
  times: readonly DutyTime[],
  { ofMunicipality, byInstitution, ended }: Answering,
  { slug, today, until }: { slug: string; today: string; until: string },
): Wanted[] {
  return times.flatMap((time): Wanted[] => {
    const { rule, period, dueOn, institutions } = time
    if (dueOn === null || dueOn > until || isSettled(time)) return []
    const named = rule.accountId !== null && !ended.has(rule.accountId) ? [rule.accountId] : undefined
    const about = { name: rule.name, period, dueOn, institution: null, waiting: null, institutionId: null }
    const address = dutyAddress(slug, rule.key, period)
    if (!institutions) return (named ?? ofMunicipality).map((accountId) => ({ ...about, accountId, address }))
    const late = institutions.filter((one) => !isSettled(one))
    const own = late.flatMap(({ id, key, name }) =>
      (byInstitution.get(id) ?? []).map((accountId) => ({
        ...about,
        accountId,
        institutionId: id,
        institution: name,
        address: dutyAddress(slug, rule.key, period, key),
      })),
    )
    const overseen =
      dueOn < today
        ? (named ?? ofMunicipality).map((accountId) => ({
            ...about,
            accountId,
            address,
            waiting: late.length,
          }))
        : []
    return [...own, ...overseen]
  })
}

/** The last day that is near. */
export const nearUntil = (today: string) => addDays(today, NEAR_DAYS)

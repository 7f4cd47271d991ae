import { addDays } from '#platform/rights/day.ts'

/** Days of the year on which rights are reviewed: 1 March and 1 September. */
const DUE = ['03', '09']
/** A server that was down on the day begins the review within so many days; later it waits for the next one. */
const GRACE_DAYS = 14
/** An administrator has so many days for it. */
export const DAYS_TO_REVIEW = 30

/** The review that is to begin on a day at the latest: `2027-03`; undefined when none is. */
export function reviewDueOn(day: string): string | undefined {
  const [year = '', month = ''] = day.split('-')
  const half = DUE.find((each) => each === month)
  if (half === undefined) return undefined
  return day < addDays(`${year}-${half}-01`, GRACE_DAYS) ? `${year}-${half}` : undefined
}

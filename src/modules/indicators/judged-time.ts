import { shownPeriods } from './list.ts'
import type { PeriodRule } from './model.ts'

/** The one period in which all series of a table are judged, the year that it answers, and the periods to show. */
export type JudgedTime = { period: string; year: number; periods: readonly string[] }

/** Null when the series are judged in several periods, or in one that the rule does not name. */
export function commonTime(periodRule: PeriodRule, period: string | null): JudgedTime | null {
  const year = period === null ? undefined : periodRule.get(period)
  if (period === null || year === undefined) return null
  return { period, year, periods: shownPeriods({ periodRule }, period) }
}

import { workingDayUntil } from '#modules/registry'
import { addDays } from '#platform/rights/day.ts'

/** Days before the last one on which somebody is reminded; of the sixtieth the task itself tells. */
const BEFORE = [60, 14, 1]
const WEEK = 7
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Of which moment somebody is to be told on a working day: `14` before, `-7` a week after; undefined where none has come.
 * The latest that has come counts, so that a morning on which nothing could be sent is made up for. Before the last day
 * it is never a weekend or a holiday but the working day before; afterwards it is once a week.
 */
export function stageOn(
  dueOn: string,
  today: string,
  holidays: ReadonlySet<string> = new Set(),
): number | undefined {
  const daysLate = (Date.parse(today) - Date.parse(dueOn)) / DAY_MS
  const weeks = Math.floor(daysLate / WEEK)
  if (daysLate > 0) return weeks === 0 ? undefined : -weeks * WEEK
  return BEFORE.findLast((before) => workingDayUntil(addDays(dueOn, -before), holidays) <= today)
}

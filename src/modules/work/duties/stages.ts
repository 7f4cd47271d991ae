import { addDays } from '#platform/rights/day.ts'

/** Days before the last one on which somebody is reminded; of the sixtieth the task itself tells. */
const BEFORE = [60, 14, 1]
const WEEK = 7

/**
 * Of which moment somebody is to be told on a day: `14` before, `-7` a week after; undefined where no moment has come.
 * The latest that has come counts, so that a morning on which nothing could be sent is made up for. Late, it is once a week.
 */
export function stageOn(dueOn: string, today: string): number | undefined {
  const days = (Date.parse(dueOn) - Date.parse(today)) / (Date.parse(addDays(today, 1)) - Date.parse(today))
  if (days >= 0) return BEFORE.findLast((before) => days <= before)
  const weeks = Math.floor(-days / WEEK)
  return weeks === 0 ? undefined : -weeks * WEEK
}

import { comparePeriods, parsePeriod } from '#platform/period.ts'
import { asValue } from '../checks/index.ts'
import type { Answer } from '../model.ts'

/** An accepted answer to the same element, and the call and period that it was about. */
export type EarlierAnswer = { field: string; period: string; call: string; answer: Answer }

/** An answer with the period that it was about. */
export type DatedAnswer = { period: string; answer: Answer }

/**
 * What was answered a year before a period, by field: of a school year the one before, of a quarter the same quarter, of
 * a day the latest of the calendar year before, of a span the one that ended a year earlier or just before it began.
 */
export function lastYearOf(earlier: readonly EarlierAnswer[], period: string): Map<string, DatedAnswer> {
  const last = new Map<string, DatedAnswer>()
  for (const { field, period: of, answer } of earlier) {
    if (!isYearBefore(of, period)) continue
    const known = last.get(field)
    if (!known || comparePeriods(known.period, of) <= 0) last.set(field, { period: of, answer })
  }
  return last
}

function isYearBefore(earlier: string, later: string): boolean {
  const [before, now] = [parsePeriod(earlier), parsePeriod(later)]
  if (!before || !now || before.kind !== now.kind || before.quarter !== now.quarter) return false
  if (before.year === now.year - 1) return true
  return now.kind === 'span' && before.year === Number(now.first) - 1
}

/** Numbers of periods of the same kind before one, by field, the oldest first. Shares are per cent. */
export function historyOf(
  earlier: readonly EarlierAnswer[],
  period: string,
): ReadonlyMap<string, readonly number[]> {
  const kind = parsePeriod(period)?.kind
  const byField = new Map<string, Map<string, number>>()
  for (const { field, period: of, answer } of earlier) {
    const number = asValue(answer)
    if (typeof number !== 'number' || parsePeriod(of)?.kind !== kind || comparePeriods(of, period) >= 0)
      continue
    const numbers = byField.get(field) ?? new Map<string, number>()
    byField.set(field, numbers)
    // Of two calls about one period the later one counts.
    numbers.set(of, number)
  }
  return new Map(
    [...byField].map(([field, numbers]) => [
      field,
      [...numbers].sort(([a], [b]) => comparePeriods(a, b)).map(([, number]) => number),
    ]),
  )
}

import { comparePeriods } from '#platform/period.ts'
import { isFigure } from './figures.ts'
import type { Indicator, Observation, Series } from './model.ts'
import { startOfPeriod } from './periods.ts'

type Retired = Pick<Indicator, 'retiredOn'>

/** Whether a period begins on the day from which an indicator is no longer measured, or later. */
function isRetiredIn({ retiredOn }: Retired, period: string): boolean {
  const start = startOfPeriod(period)
  return retiredOn !== null && start !== null && retiredOn <= start
}

/** A figure so soon after the retirement is a leftover; one that is a year away has been taken up again. */
function isTakenUpIn({ retiredOn }: Retired, period: string): boolean {
  const start = startOfPeriod(period)
  if (retiredOn === null || start === null) return false
  return `${Number(retiredOn.slice(0, 4)) + 1}${retiredOn.slice(4)}` <= start
}

/** Whether what is or is not there for a period is owed to the retirement. */
export function isRetiredFor(indicator: Retired, observation: Observation | null, period: string): boolean {
  const { value } = observation ?? {}
  if (value?.kind === 'missing' && value.missing === 'retired') return true
  return isRetiredIn(indicator, period) && !(isFigure(observation) && isTakenUpIn(indicator, period))
}

/** Whether a period lies between the retirement of a series and the figures with which it went on. */
export function isMeasuredLater(
  indicator: Retired,
  { results }: Pick<Series, 'results'>,
  period: string,
): boolean {
  const observation = results.find((one) => one.period === period) ?? null
  if (!isRetiredFor(indicator, observation, period)) return false
  return results.some(
    (one) =>
      isFigure(one) && comparePeriods(one.period, period) > 0 && !isRetiredFor(indicator, one, one.period),
  )
}

/**
 * Whether figures came back after all that says that there would be none.
 *
 * @param retiredIn periods whose result says so
 * @param measuredIn periods with a figure
 */
export function isMeasuredAgain(
  indicator: Retired,
  { retiredIn, measuredIn }: { retiredIn: readonly string[]; measuredIn: readonly string[] },
): boolean {
  if (indicator.retiredOn === null && retiredIn.length === 0) return false
  return measuredIn.some(
    (period) =>
      (indicator.retiredOn === null || isTakenUpIn(indicator, period)) &&
      retiredIn.every((one) => comparePeriods(one, period) < 0),
  )
}

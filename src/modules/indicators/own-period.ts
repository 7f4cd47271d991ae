import { parsePeriod } from '#platform/period.ts'
import { datedTargets } from './dated.ts'
import { isFigure } from './figures.ts'
import type { Observation, PeriodRule, Series } from './model.ts'
import { inOrderOfTime, yearOfPeriod } from './periods.ts'
import { judgedPeriods } from './questions.ts'

type Promised = Pick<Series, 'targets'>

/**
 * The target year that the result of a period answers: the one that the rule names, or else, of a calendar
 * year, that year itself where something is promised for it. Undefined while the period is only on the way.
 */
export function answeredYear(series: Promised, period: string, rule: PeriodRule): number | undefined {
  const ruled = rule.get(period)
  if (ruled !== undefined) return ruled
  const year = yearOfPeriod(period)
  return year !== null && answersItself(period) && isPromisedFor(series, year) ? year : undefined
}

/** Targets are set for calendar years, so these need no rule that says which year they answer. */
export const answersItself = (period: string): boolean => parsePeriod(period)?.kind === 'year'

/**
 * The period in which a series is judged unless another is asked for, so that neither a later year in the rule
 * nor other series that are measured at other times hide what it has: the latest with a figure that answers a
 * target; without one the latest figure on the way to a target, then the latest figure at all. Without figures
 * it is the latest period that says why there is none, or else the one for which a result was due.
 */
export function ownPeriod(series: Pick<Series, 'targets' | 'results'>, rule: PeriodRule): string {
  const results = inOrderOfTime(series.results)
  const figures = results.filter(isFigure)
  const answers = ({ period }: Observation) => {
    const year = answeredYear(series, period, rule)
    return year !== undefined && isPromisedFor(series, year)
  }
  const isOnTheWay = ({ period }: Observation) => {
    const year = yearOfPeriod(period)
    return !rule.has(period) && year !== null && datedTargets(series).some((target) => target.year >= year)
  }
  const latest =
    figures.findLast(answers) ??
    figures.findLast(isOnTheWay) ??
    figures.at(-1) ??
    results.findLast(({ period }) => rule.has(period)) ??
    results.at(-1)
  const due = datedTargets(series)[0]?.year
  return (
    latest?.period ??
    judgedPeriods({ periodRule: rule }).at(-1) ??
    (due === undefined ? 'unknown' : String(due))
  )
}

const isPromisedFor = ({ targets }: Promised, year: number) =>
  targets.some((target) => target.year === year && target.kind !== 'none')

/** The one period of several mentions of it; null when there are several, or none. */
export function commonPeriod(periods: readonly string[]): string | null {
  const [first = null, ...others] = new Set(periods)
  return others.length === 0 ? first : null
}

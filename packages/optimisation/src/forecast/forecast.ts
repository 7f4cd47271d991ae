import { type Interval, tQuantile } from '@izaugsme/statistics'
import type { EntryForecast } from './entries.ts'
import { type Errors, nextErrors, noErrors, spreadOf, variancesOf } from './errors.ts'
import { type EnrolmentHistory, unknownLastGrade } from './history.ts'
import { checkRatios, type RatioMethod, type SurvivalTable, tabulate } from './survival.ts'

/** A forecast number of pupils with the intervals that should hold it 80 and 95 times in 100. */
export type ForecastCount = {
  pupils: number
  standardDeviation: number
  /** Degrees of freedom behind the deviation: few where only whole years tell how wrong it can be. */
  degrees: number
  interval80: Interval
  interval95: Interval
}

/** The forecast of one coming year; `grades` in the order of the history, `total` over all of them. */
export type ForecastYear = {
  year: number
  horizon: number
  grades: readonly (ForecastCount & { grade: string })[]
  total: ForecastCount
  /**
   * Sum over a set of grades, with an interval that counts how their errors go together.
   *
   * @throws RangeError when a grade is not in the history or repeats
   */
  sumOf(grades: readonly string[]): ForecastCount
}

/** A forecast with what it rests on and what it takes for granted. */
export type EnrolmentForecast = {
  years: readonly ForecastYear[]
  survival: SurvivalTable
  /** False when the past is too short for a spread: the intervals are then points and must not be shown. */
  hasIntervals: boolean
  /** True when no standard deviation of the entries was given: intervals then leave out what they hide. */
  areEntriesTakenAsKnown: boolean
}

/** How to forecast; by default the mean of the last five ratios. */
export type ForecastOptions = { lastYears?: number; method?: RatioMethod }

/** What a forecast rests on unless asked otherwise. */
export const DEFAULTS = { lastYears: 5, method: 'mean' } as const

/**
 * Cohort-survival forecast: each grade next year is the grade below this year times the ratio of past years, the
 * lowest grade is `entries`.
 *
 * Variances run with the cohorts: after one step a grade has ratio² times the variance before, plus the spread of
 * ratios for a cohort of its size. What is not known of the ratios themselves is one error for all years ahead.
 * Errors of different grades go together as they did in the past, so totals are neither as sure nor as unsure as
 * adding would make them, and are as unsure as a few years leave them where years differ more than grades.
 *
 * @param entries pupils entering the lowest grade, one for each coming year; their number is the horizon
 * @throws RangeError on fewer than two years, impossible counts or options, a last year that is not known, or an empty
 *   horizon
 * @see Smith, Tayman & Swanson (2013), A Practitioner's Guide to State and Local Population Projections
 */
export function forecastEnrolment(
  history: EnrolmentHistory,
  entries: readonly (number | EntryForecast)[],
  options: ForecastOptions = {},
): EnrolmentForecast {
  const { lastYears = DEFAULTS.lastYears, method = DEFAULTS.method } = options
  checkRatios('forecastEnrolment', history, lastYears, method)
  const lastYear = history.firstYear + history.pupils.length - 1
  const unknown = unknownLastGrade(history)
  if (unknown !== undefined) {
    throw new RangeError(`forecastEnrolment: pupils of ${lastYear} in grade ${unknown} are not known`)
  }
  const expected = entries.map((entry) => (typeof entry === 'number' ? { pupils: entry } : entry))
  checkEntries(expected)
  const survival = tabulate(history, lastYears, method)
  const entryDegrees = Math.min(...expected.map(({ degrees = survival.yearDegrees }) => degrees))
  const quantileOf = studentQuantiles()
  let pupils: readonly number[] = history.pupils.at(-1)!
  let errors = noErrors
  const years = expected.map((entry, index) => {
    errors = nextErrors(survival, pupils, errors, entry)
    pupils = pupils.map((_, grade) =>
      grade === 0 ? entry.pupils : pupils[grade - 1]! * survival.steps[grade - 1]!.ratio,
    )
    const counts = countsOf({ names: history.grades, pupils, errors, survival, entryDegrees }, quantileOf)
    return { year: lastYear + 1 + index, horizon: index + 1, ...counts }
  })
  return {
    years,
    survival,
    hasIntervals: survival.yearDegrees > 0,
    areEntriesTakenAsKnown: expected.some((entry) => entry.standardDeviation === undefined),
  }
}

function checkEntries(entries: readonly EntryForecast[]): void {
  if (entries.length === 0) throw new RangeError('forecastEnrolment: entries is empty')
  for (const { pupils, standardDeviation = 0, sharedDeviation = 0, degrees = 1 } of entries) {
    if (!(pupils >= 0 && standardDeviation >= 0 && Number.isFinite(pupils + standardDeviation))) {
      throw new RangeError(`forecastEnrolment: entries ${pupils} with deviation ${standardDeviation}`)
    }
    if (!(sharedDeviation >= 0 && sharedDeviation <= standardDeviation && degrees >= 1)) {
      throw new RangeError(
        `forecastEnrolment: entries with deviation ${standardDeviation}, shared ${sharedDeviation}, ${degrees} degrees`,
      )
    }
  }
}

/** What is known of one coming year. */
type YearState = {
  names: readonly string[]
  pupils: readonly number[]
  errors: Errors
  survival: SurvivalTable
  entryDegrees: number
}

function countsOf(
  { names, pupils, errors, survival, entryDegrees }: YearState,
  quantileOf: StudentQuantile,
): Pick<ForecastYear, 'grades' | 'total' | 'sumOf'> {
  const countOf = (members: readonly number[]) => {
    const sum = members.reduce((total, grade) => total + pupils[grade]!, 0)
    const variances = variancesOf(survival, errors, members)
    const { variance, degrees } = spreadOf(survival, variances, members.length, entryDegrees)
    // What a grade errs by itself is estimated as a difference that is cut at nothing, for a single grade sooner than
    // for a sum of them; yet a sum is never further off than its parts are together.
    const apart =
      members.length > 1 ? members.reduce((total, grade) => total + deviationOf(grade), 0) : Infinity
    return forecastCount(sum, Math.min(Math.sqrt(variance), apart), degrees, quantileOf)
  }
  const deviationOf = (grade: number) => {
    const variances = variancesOf(survival, errors, [grade])
    return Math.sqrt(spreadOf(survival, variances, 1, entryDegrees).variance)
  }
  const all = names.map((_, grade) => grade)
  return {
    grades: all.map((grade) => ({ grade: names[grade]!, ...countOf([grade]) })),
    total: countOf(all),
    sumOf(grades) {
      if (new Set(grades).size < grades.length) throw new RangeError(`sumOf: grades ${grades} repeat`)
      return countOf(grades.map((name) => indexOfGrade(names, name)))
    },
  }
}

function indexOfGrade(names: readonly string[], name: string): number {
  const index = names.indexOf(name)
  if (index < 0) throw new RangeError(`sumOf: grade ${name} is not in the history`)
  return index
}

function forecastCount(
  pupils: number,
  standardDeviation: number,
  degrees: number,
  quantileOf: StudentQuantile,
): ForecastCount {
  const within = (probability: number): Interval => {
    if (degrees < 1 || standardDeviation === 0) return { low: pupils, high: pupils }
    const reach = quantileOf((1 + probability) / 2, degrees) * standardDeviation
    return { low: Math.max(0, pupils - reach), high: pupils + reach }
  }
  return { pupils, standardDeviation, degrees, interval80: within(0.8), interval95: within(0.95) }
}

type StudentQuantile = (probability: number, degrees: number) => number

/** Student's quantiles, each computed once: a forecast asks for the same few of them hundreds of times. */
function studentQuantiles(): StudentQuantile {
  const known = new Map<string, number>()
  return (probability, degrees) => {
    const key = `${probability} ${degrees}`
    const quantile = known.get(key) ?? tQuantile(probability, degrees)
    known.set(key, quantile)
    return quantile
  }
}

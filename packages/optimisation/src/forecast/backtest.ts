import type { EntryForecast } from './entries.ts'
import { DEFAULTS, type ForecastCount, type ForecastOptions, forecastEnrolment } from './forecast.ts'
import { addHistories, type EnrolmentHistory, historyUntil, unknownLastGrade } from './history.ts'
import { checkRatios } from './survival.ts'

/** What a back-test looks at: each place and a set of grades, or all places together. */
export type BacktestLevel = 'total' | 'stage' | 'place' | 'placeStage'

/** How good the forecasts of one level were that many years ahead. Errors are shares of the true count. */
export type BacktestRow = {
  level: BacktestLevel
  horizon: number
  /** Forecasts compared; those of a true count of zero are left out of the errors. */
  forecasts: number
  /** Mean absolute share of error (MAPE). NaN when every true count was zero. */
  meanError: number
  /** Mean signed share of error: above 0 when forecasts were too high. */
  bias: number
  /** The same as `meanError` for "as many as in the last known year", the guess that a method has to beat. */
  meanErrorOfNoChange: number
  /** Share of true counts within the 80 % interval; good between 0.75 and 0.85. NaN when no forecast had intervals. */
  covered80: number
  covered95: number
  /** True when forecasts were told who would enter the lowest grade: these errors are then not in the report. */
  areEntriesTakenAsKnown: boolean
}

/** What to test: from how many known years on, how far ahead, and which grades make a stage. */
export type BacktestOptions = ForecastOptions & {
  leastYears?: number
  horizon?: number
  stages?: Readonly<Record<string, readonly string[]>>
  /**
   * Entries as they would have been forecast then, from what was `known` of a place and for as many `years`, at most
   * `horizon`; `place` is its index, undefined for all places together. Without it entries are taken as they came.
   */
  entries?: (
    known: EnrolmentHistory,
    years: number,
    place: number | undefined,
  ) => readonly (number | EntryForecast)[]
}

type Outcome = {
  level: BacktestLevel
  horizon: number
  truth: number
  before: number
  forecast: ForecastCount
}

/**
 * Back-test: stands in each past year, forecasts from what was known then, and compares with what came.
 *
 * The entries into the lowest grade are taken as they came unless `entries` forecasts them, so that the report judges
 * survival and not the guess of births; "no change" is never told of them. The report says nothing about the years
 * from which it had no truth, and leaves out what is not known.
 *
 * @param places one history for each school, the same years and grades in all
 * @returns a row for each level and horizon with at least one comparison
 * @throws RangeError when the past is too short for a single comparison, or an option is not possible
 */
export function backtestForecast(
  places: readonly EnrolmentHistory[],
  options: BacktestOptions = {},
): BacktestRow[] {
  const all = addHistories('backtestForecast', places)
  const { leastYears = 4, horizon = 5, entries } = options
  checkOptions(all, leastYears, horizon, options)
  const outcomes: Outcome[] = []
  for (let known = leastYears; known < all.pupils.length; known++) {
    outcomes.push(...compare(all, known, horizon, options, undefined))
    if (places.length < 2) continue
    places.forEach((place, index) => {
      outcomes.push(...compare(place, known, horizon, options, index))
    })
  }
  const levels: BacktestLevel[] = ['total', 'stage', 'place', 'placeStage']
  return levels.flatMap((level) =>
    Array.from({ length: horizon }, (_, index) => index + 1).flatMap((step) => {
      const of = outcomes.filter((each) => each.level === level && each.horizon === step)
      return of.length > 0 ? [summarise(level, step, of, entries === undefined)] : []
    }),
  )
}

function checkOptions(
  all: EnrolmentHistory,
  leastYears: number,
  horizon: number,
  { stages = {}, lastYears = DEFAULTS.lastYears, method = DEFAULTS.method }: BacktestOptions,
): void {
  checkRatios('backtestForecast', all, lastYears, method)
  const years = all.pupils.length
  if (!Number.isInteger(leastYears) || leastYears < 2 || leastYears >= years) {
    throw new RangeError(
      `backtestForecast: leastYears ${leastYears} leaves nothing to compare in ${years} years`,
    )
  }
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new RangeError(`backtestForecast: horizon ${horizon} is not a whole number of at least 1`)
  }
  for (const [stage, grades] of Object.entries(stages)) {
    const unknown = grades.find((grade) => !all.grades.includes(grade))
    if (unknown !== undefined) {
      throw new RangeError(
        `backtestForecast: stage ${stage} has grade ${unknown}, which is not in the history`,
      )
    }
  }
}

/** Forecasts one place from its first `known` years; nothing where the last of them or the entries are not known. */
function compare(
  history: EnrolmentHistory,
  known: number,
  horizon: number,
  { stages = {}, entries, ...options }: BacktestOptions,
  place: number | undefined,
): Outcome[] {
  const then = historyUntil(history, known)
  const came = history.pupils.slice(known, known + horizon)
  const firstUnknown = came.findIndex(([entered]) => Number.isNaN(entered))
  const ahead = entries || firstUnknown < 0 ? came.length : firstUnknown
  if (ahead === 0 || unknownLastGrade(then) !== undefined) return []
  const asTheyCame = came.map(([entered = 0]) => ({ pupils: entered, standardDeviation: 0 }))
  const expected = entries?.(then, ahead, place) ?? asTheyCame
  const { years } = forecastEnrolment(then, expected.slice(0, ahead), options)
  const sumIn = (row: readonly number[] = [], grades: readonly string[]) =>
    history.grades.reduce((sum, name, grade) => sum + (grades.includes(name) ? row[grade]! : 0), 0)
  return years.flatMap((year, index) => {
    const outcome = (level: BacktestLevel, grades: readonly string[]): Outcome => ({
      level,
      horizon: index + 1,
      truth: sumIn(came[index], grades),
      before: sumIn(then.pupils.at(-1), grades),
      forecast: year.sumOf(grades),
    })
    const [level, stageLevel] =
      place === undefined ? (['total', 'stage'] as const) : (['place', 'placeStage'] as const)
    const ofStages = Object.values(stages).map((grades) => outcome(stageLevel, grades))
    return [outcome(level, history.grades), ...ofStages].filter(
      ({ truth, before }) => !Number.isNaN(truth + before),
    )
  })
}

function summarise(
  level: BacktestLevel,
  horizon: number,
  outcomes: readonly Outcome[],
  areEntriesTakenAsKnown: boolean,
): BacktestRow {
  const counted = outcomes.filter((each) => each.truth > 0)
  const withIntervals = outcomes.filter(({ forecast }) => forecast.degrees > 0)
  const mean = (value: (each: Outcome) => number, of: readonly Outcome[]) =>
    of.length > 0 ? of.reduce((sum, each) => sum + value(each), 0) / of.length : Number.NaN
  const inside = ({ truth, forecast }: Outcome, which: 'interval80' | 'interval95') =>
    truth >= forecast[which].low && truth <= forecast[which].high ? 1 : 0
  return {
    level,
    horizon,
    forecasts: outcomes.length,
    meanError: mean(({ truth, forecast }) => Math.abs(forecast.pupils - truth) / truth, counted),
    bias: mean(({ truth, forecast }) => (forecast.pupils - truth) / truth, counted),
    meanErrorOfNoChange: mean(({ truth, before }) => Math.abs(before - truth) / truth, counted),
    covered80: mean((each) => inside(each, 'interval80'), withIntervals),
    covered95: mean((each) => inside(each, 'interval95'), withIntervals),
    areEntriesTakenAsKnown,
  }
}

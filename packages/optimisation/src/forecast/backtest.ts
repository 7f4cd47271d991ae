import { type ForecastCount, type ForecastOptions, forecastEnrolment } from './forecast.ts'
import { type EnrolmentHistory, historyUntil, sumHistories } from './history.ts'

/** What a back-test looks at: each place and a set of grades, or all places together. */
export type BacktestLevel = 'total' | 'stage' | 'place' | 'placeStage'

/** How good the forecasts of one level were that many years ahead. Errors are shares of the true count. */
export type BacktestRow = {
  level: BacktestLevel
  horizon: number
  /** Forecasts compared; those of a true count of zero are left out of the errors. */
  forecasts: number
  /** Mean absolute share of error. */
  meanError: number
  /** Mean signed share of error: above 0 when forecasts were too high. */
  bias: number
  /** The same for "as many as in the last known year", the guess that a method has to beat. */
  meanErrorOfNoChange: number
  /** Share of true counts within the 80 % interval; good between 0.75 and 0.85. */
  covered80: number
  covered95: number
}

/** What to test: from how many known years on, how far ahead, and which grades make a stage. */
export type BacktestOptions = ForecastOptions & {
  leastYears?: number
  horizon?: number
  stages?: Readonly<Record<string, readonly string[]>>
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
 * The entries into the lowest grade are taken as they came, so that the report judges survival, not the guess of
 * births; it says nothing about the years from which it had no truth.
 *
 * @param places one history for each school, the same years and grades in all
 * @returns a row for each level and horizon with at least one comparison
 * @throws RangeError when the past is too short for a single comparison
 */
export function backtestForecast(
  places: readonly EnrolmentHistory[],
  options: BacktestOptions = {},
): BacktestRow[] {
  const { leastYears = 4, horizon = 5, stages = {} } = options
  const all = sumHistories(places)
  const years = all.pupils.length
  if (!Number.isInteger(leastYears) || leastYears < 2 || leastYears >= years) {
    throw new RangeError(
      `backtestForecast: leastYears ${leastYears} leaves nothing to compare in ${years} years`,
    )
  }
  const outcomes: Outcome[] = []
  for (let known = leastYears; known < years; known++) {
    const ahead = Math.min(horizon, years - known)
    outcomes.push(...compare(all, known, ahead, options, 'total', stages, 'stage'))
    if (places.length < 2) continue
    for (const place of places) {
      outcomes.push(...compare(place, known, ahead, options, 'place', stages, 'placeStage'))
    }
  }
  const levels: BacktestLevel[] = ['total', 'stage', 'place', 'placeStage']
  return levels.flatMap((level) =>
    Array.from({ length: horizon }, (_, index) => index + 1).flatMap((step) => {
      const of = outcomes.filter((each) => each.level === level && each.horizon === step)
      return of.length > 0 ? [summarise(level, step, of)] : []
    }),
  )
}

function compare(
  history: EnrolmentHistory,
  known: number,
  ahead: number,
  options: ForecastOptions,
  level: BacktestLevel,
  stages: Readonly<Record<string, readonly string[]>>,
  stageLevel: BacktestLevel,
): Outcome[] {
  const came = history.pupils.slice(known, known + ahead)
  const entries = came.map((row) => ({ pupils: row[0] ?? 0, standardDeviation: 0 }))
  const { years } = forecastEnrolment(historyUntil(history, known), entries, options)
  const last = history.pupils[known - 1] ?? []
  return years.flatMap((year, index) => {
    const horizon = index + 1
    const sumIn = (row: readonly number[], grades: readonly string[]) =>
      history.grades.reduce((sum, name, grade) => sum + (grades.includes(name) ? (row[grade] ?? 0) : 0), 0)
    const outcome = (at: BacktestLevel, grades: readonly string[]): Outcome => ({
      level: at,
      horizon,
      truth: sumIn(came[index] ?? [], grades),
      before: sumIn(last, grades),
      forecast: year.sumOf(grades),
    })
    const ofStages = Object.values(stages).map((grades) => outcome(stageLevel, grades))
    return [outcome(level, history.grades), ...ofStages]
  })
}

function summarise(level: BacktestLevel, horizon: number, outcomes: readonly Outcome[]): BacktestRow {
  const counted = outcomes.filter((each) => each.truth > 0)
  const mean = (value: (each: Outcome) => number, of = outcomes) =>
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
    covered80: mean((each) => inside(each, 'interval80')),
    covered95: mean((each) => inside(each, 'interval95')),
  }
}

import { checkHistory, type EnrolmentHistory } from './history.ts'

/** How ratios of several years become one: their mean, or pupils after by pupils before, all years pooled. */
export type RatioMethod = 'mean' | 'pooled'

/** How a cohort goes on from one grade to the next. */
export type Survival = {
  from: string
  to: string
  /** Pupils in `to` next year per pupil in `from` this year; 1 when nobody was ever in `from`. */
  ratio: number
  /** The ratio of each year used, oldest first; years in which `from` was empty or a count is not known are left out. */
  ratios: readonly number[]
  /** Pupils in `from` over the years used. */
  exposed: number
  /** Spread of yearly cohorts around the ratio, as a multiple of the cohort's size: (after − ratio·before)² / before. */
  dispersion: number
  /** Whether the ratio rests on data. */
  isObserved: boolean
}

/** Ratios of all neighbouring grades and how strongly they err together in one year. */
export type SurvivalTable = {
  steps: readonly Survival[]
  /** Degrees of freedom behind each dispersion, own and borrowed together. */
  degrees: number
  /** Degrees of freedom that a grade has of its own, on average. */
  ownDegrees: number
  /** Degrees of freedom of what only whole years show: years with a ratio, less one. */
  yearDegrees: number
  /** Correlation of the errors of different grades in the same year, between 0 and 1. */
  correlation: number
  /** Mean square between years as a share of a grade's variance: one divided by the grades when all err alone, 1 when all err alike. */
  yearShare: number
}

/** Weight of the other grades in a grade's dispersion, in degrees of freedom. */
const BORROWED_DEGREES = 4

/**
 * Grade-to-grade survival of the last years.
 *
 * A few years say little about the spread of one ratio, so each grade's dispersion is drawn towards that of all
 * grades, as if these added four years; without this, three years would give intervals four times too wide or empty.
 *
 * @param lastYears how many ratios to use, counted back from the last year
 * @throws RangeError when fewer than two years are given, or a count, `lastYears` or `method` is not possible
 * @see Smith, Tayman & Swanson (2013), A Practitioner's Guide to State and Local Population Projections, ch. 5;
 *   Smyth (2004), SAGMB 3(1), for the drawn-in variance
 */
export function survivalTable(
  history: EnrolmentHistory,
  lastYears: number,
  method: RatioMethod = 'mean',
): SurvivalTable {
  checkRatios('survivalTable', history, lastYears, method)
  return tabulate(history, lastYears, method)
}

/** Checks what a survival table is made of, in the name of the function that was called. */
export function checkRatios(
  caller: string,
  history: EnrolmentHistory,
  lastYears: number,
  method: RatioMethod,
): void {
  checkHistory(caller, history)
  if (history.pupils.length < 2)
    throw new RangeError(`${caller}: ${history.pupils.length} years give no ratio`)
  if (!Number.isInteger(lastYears) || lastYears < 1) {
    throw new RangeError(`${caller}: lastYears ${lastYears} is not a whole number of at least 1`)
  }
  if (method !== 'mean' && method !== 'pooled') {
    throw new RangeError(`${caller}: method ${method} is neither mean nor pooled`)
  }
}

/** The survival table of checked arguments. */
export function tabulate(history: EnrolmentHistory, lastYears: number, method: RatioMethod): SurvivalTable {
  const rows = history.pupils.slice(-(lastYears + 1))
  const raw = history.grades.slice(1).map((to, index) => {
    const pairs = pairsOf(rows, index)
    return { from: history.grades[index]!, to, pairs, ...ratioOf(pairs, method) }
  })
  const residuals = raw.map(({ pairs, ratio }) => pairs.map((pair) => residual(pair, ratio)))
  const own = residuals.map(sumOfSquares)
  const ownDegrees = residuals.map((each) =>
    Math.max(0, each.filter((value) => value !== undefined).length - 1),
  )
  const allDegrees = ownDegrees.reduce((sum, each) => sum + each, 0)
  const shared = allDegrees > 0 ? own.reduce((sum, each) => sum + each, 0) / allDegrees : 0
  const borrowed = Math.min(BORROWED_DEGREES, allDegrees)
  const steps = raw.map(({ from, to, ratio, ratios, exposed }, index) => {
    const degrees = ownDegrees[index]! + borrowed
    const dispersion = degrees > 0 ? (own[index]! + borrowed * shared) / degrees : 0
    return { from, to, ratio, ratios, exposed, dispersion, isObserved: exposed > 0 }
  })
  const seen = rows.slice(1).filter((_, year) => residuals.some((each) => each[year] !== undefined)).length
  // Grades seen in different years have fewer degrees than there are years.
  const yearDegrees = allDegrees > 0 ? Math.min(seen - 1, allDegrees) : 0
  const meanDegrees = steps.length > 0 ? allDegrees / steps.length : 0
  const degrees = Math.min(allDegrees, meanDegrees + borrowed)
  return {
    steps,
    degrees,
    ownDegrees: meanDegrees,
    yearDegrees,
    ...shareOfYears(residuals, steps, yearDegrees, allDegrees),
  }
}

type Pair = { before: number; after: number }

function pairsOf(rows: readonly (readonly number[])[], grade: number): Pair[] {
  return rows.slice(1).map((row, index) => ({
    before: rows[index]![grade]!,
    after: row[grade + 1]!,
  }))
}

/** Whether a pair tells how many go on: somebody was there, and both counts are known. */
function isTelling({ before, after }: Pair): boolean {
  return before > 0 && !Number.isNaN(after)
}

function ratioOf(pairs: readonly Pair[], method: RatioMethod) {
  const used = pairs.filter(isTelling)
  const ratios = used.map((pair) => pair.after / pair.before)
  const exposed = used.reduce((sum, pair) => sum + pair.before, 0)
  if (used.length === 0) return { ratio: 1, ratios, exposed }
  const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length
  const pooled = used.reduce((sum, pair) => sum + pair.after, 0) / exposed
  return { ratio: method === 'mean' ? mean : pooled, ratios, exposed }
}

function residual(pair: Pair, ratio: number): number | undefined {
  return isTelling(pair) ? (pair.after - ratio * pair.before) / Math.sqrt(pair.before) : undefined
}

function sumOfSquares(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0) ** 2, 0)
}

/**
 * Analysis of variance of standardised errors, years against grades within years.
 *
 * Neither share is cut off at zero where it is used: the variances of sums then come out right on average.
 */
function shareOfYears(
  residuals: readonly (readonly (number | undefined)[])[],
  steps: readonly Survival[],
  yearDegrees: number,
  allDegrees: number,
): Pick<SurvivalTable, 'correlation' | 'yearShare'> {
  const count = steps.length
  const years = residuals[0]?.length ?? 0
  const standard = residuals.map((each, step) => {
    const scale = Math.sqrt(steps[step]!.dispersion)
    return each.map((value = 0) => (scale > 0 ? value / scale : 0))
  })
  const all = standard.reduce((sum, each) => sum + sumOfSquares(each), 0)
  let between = 0
  for (let year = 0; year < years; year++) {
    between += standard.reduce((sum, each) => sum + each[year]!, 0) ** 2 / count
  }
  const withinDegrees = allDegrees - yearDegrees
  if (!(all > 0) || withinDegrees < 1) return { correlation: 0, yearShare: 1 }
  const ofYear = between / yearDegrees / count
  const within = Math.max(0, all - between) / withinDegrees
  const yearShare = ofYear / (ofYear + within * (1 - 1 / count))
  return { yearShare, correlation: Math.max(0, (count * yearShare - 1) / (count - 1)) }
}

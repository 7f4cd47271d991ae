import { checkLevel } from '../argument-checks.ts'
import { tQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../interval.ts'
import { checkLength, checkNumbers } from '../linear-algebra/matrix.ts'
import { degreesOfFreedom, type SurveyDesign } from './design.ts'
import { covarianceOfTotals } from './variance.ts'

/** An estimate for the whole population, or for the part of it that was asked for. */
export type SurveyEstimate = {
  value: number
  standardError: number
  /** For t: clusters (or respondents) less strata. */
  df: number
  /** Of t; a point when everyone answered, the whole line without degrees of freedom. */
  interval: Interval
  /**
   * Variance over that of a simple random sample of as many, drawn without replacement; 1 or more says that
   * the design tells less. NaN when that variance is 0, and for ratios.
   */
  designEffect: number
  /** How many respondents it rests on. */
  respondents: number
}

/** What part of the population is meant, and how sure the interval is to be. */
export type EstimateOptions = {
  /** Which respondents belong to the part, one entry each; all when left out. */
  part?: ArrayLike<boolean> | undefined
  /** Confidence, between 0 and 1; 0.95 when left out. */
  level?: number | undefined
}

/**
 * Mean of the population: weighted mean of the respondents, with linearised standard error.
 *
 * @param values one for each respondent, in any unit; a share when they are 0 and 1
 * @throws RangeError when lengths differ, a value is not finite, nobody is in the part, or a stratum has a
 * single unit drawn from more
 * @see agrees with R `survey::svymean(deff = TRUE)`, and with `svyby` for a part
 */
export function estimateMean(
  design: SurveyDesign,
  values: ArrayLike<number>,
  options: EstimateOptions = {},
): SurveyEstimate {
  const { inside, weights, respondents } = prepare('estimateMean', design, [values], options)
  const total = sum(weights)
  const mean = sum(weights.map((weight, i) => weight * valueAt(values, i, inside))) / total
  const spread = weights.map((weight, i) => weight * (valueAt(values, i, inside) - mean))
  const [variance] = covarianceOfTotals(design, [spread.map((each) => each / total)]) as unknown as [number]
  const simple = simpleVariance(design, inside, values) / respondents
  return finish('estimateMean', design, mean, variance, variance / simple, respondents, options)
}

/**
 * Total of the population: weighted sum over the respondents.
 *
 * @param values one for each respondent; ones give the size of the part
 * @throws RangeError as `estimateMean`
 * @see agrees with R `survey::svytotal(deff = TRUE)`
 */
export function estimateTotal(
  design: SurveyDesign,
  values: ArrayLike<number>,
  options: EstimateOptions = {},
): SurveyEstimate {
  const { inside, weights, respondents } = prepare('estimateTotal', design, [values], options)
  const weighted = weights.map((weight, i) => weight * valueAt(values, i, inside))
  const [variance] = covarianceOfTotals(design, [weighted]) as unknown as [number]
  const simple = (simpleVariance(design, inside, values) * sum(weights) ** 2) / respondents
  return finish('estimateTotal', design, sum(weighted), variance, variance / simple, respondents, options)
}

/**
 * Ratio of two totals of the population, such as hours missed to hours taught.
 *
 * @param above one for each respondent
 * @param below one for each respondent; their weighted sum must not be 0
 * @throws RangeError as `estimateMean`, or when the total below is 0
 * @see agrees with R `survey::svyratio`
 */
export function estimateRatio(
  design: SurveyDesign,
  above: ArrayLike<number>,
  below: ArrayLike<number>,
  options: EstimateOptions = {},
): SurveyEstimate {
  const { inside, weights, respondents } = prepare('estimateRatio', design, [above, below], options)
  const totalOf = (values: ArrayLike<number>) =>
    sum(weights.map((weight, i) => weight * valueAt(values, i, inside)))
  const base = totalOf(below)
  if (base === 0) throw new RangeError('estimateRatio: the total below is 0')
  const ratio = totalOf(above) / base
  const influence = weights.map(
    (weight, i) => (weight * (valueAt(above, i, inside) - ratio * valueAt(below, i, inside))) / base,
  )
  const [variance] = covarianceOfTotals(design, [influence]) as unknown as [number]
  return finish('estimateRatio', design, ratio, variance, Number.NaN, respondents, options)
}

function prepare(
  caller: string,
  design: SurveyDesign,
  lists: readonly ArrayLike<number>[],
  { part }: EstimateOptions,
) {
  for (const values of lists) checkLength(caller, values, design.respondents, 'values')
  if (part) checkLength(caller, part, design.respondents, 'part entries')
  const inside = Array.from(design.weights, (_, i) => part?.[i] ?? true)
  for (const values of lists)
    checkNumbers(
      caller,
      inside.map((isIn, i) => (isIn ? (values[i] as number) : 0)),
      'value',
    )
  const respondents = inside.filter(Boolean).length
  if (respondents === 0) throw new RangeError(`${caller}: nobody is in the part`)
  return { inside, respondents, weights: design.weights.map((weight, i) => (inside[i] ? weight : 0)) }
}

/** Outside the part a value does not count, so it may be missing. */
function valueAt(values: ArrayLike<number>, i: number, inside: readonly boolean[]): number {
  return inside[i] ? (values[i] as number) : 0
}

/** n times the variance of the mean of a simple random sample of n, without replacement. */
function simpleVariance(
  { weights }: SurveyDesign,
  inside: readonly boolean[],
  values: ArrayLike<number>,
): number {
  const own = weights.map((weight, i) => (inside[i] ? weight : 0))
  const total = sum(own)
  const mean = sum(own.map((weight, i) => weight * valueAt(values, i, inside))) / total
  const squares = sum(own.map((weight, i) => weight * (valueAt(values, i, inside) - mean) ** 2))
  const n = inside.filter(Boolean).length
  return ((squares / total) * (n / (n - 1)) * (total - n)) / total
}

function finish(
  caller: string,
  design: SurveyDesign,
  value: number,
  variance: number,
  designEffect: number,
  respondents: number,
  { level = 0.95 }: EstimateOptions,
): SurveyEstimate {
  checkLevel(caller, level)
  const standardError = Math.sqrt(variance)
  const df = degreesOfFreedom(design)
  const halfWidth =
    standardError === 0 ? 0 : df === 0 ? Infinity : standardError * tQuantile((1 - level) / 2, df, 'upper')
  const interval = { low: value - halfWidth, high: value + halfWidth }
  return { value, standardError, df, interval, designEffect, respondents }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

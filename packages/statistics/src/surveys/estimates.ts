import { checkLevel } from '../argument-checks.ts'
import { tQuantile } from '../distributions/student-t.ts'
import type { Interval } from '../interval.ts'
import { checkLength, checkNumbers } from '../linear-algebra/matrix.ts'
import { degreesOfFreedom, isCensus, type SurveyDesign } from './design.ts'
import { covarianceOfTotals } from './variance.ts'

/** An estimate for the whole population, or for the part of it that was asked for. */
export type SurveyEstimate = {
  value: number
  standardError: number
  /** For t: clusters (or respondents) less strata, counting those in which somebody belongs to the part. */
  df: number
  /** Of t; a point when everyone answered, else the whole line without degrees of freedom. */
  interval: Interval
  /**
   * Variance over that of a simple random sample of as many, drawn without replacement; 1 or more says that
   * the design tells less. NaN when that variance is 0, or when weights sum to no more than the respondents and so do
   * not say how many people there are.
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
 * @throws RangeError when lengths differ, a value is not finite, nobody is in the part or weights have taken out all who
 * are, or a stratum has a single unit drawn from more
 * @see agrees with R `survey::svymean(deff = TRUE)`, and with `svyby` for a part
 */
export function estimateMean(
  design: SurveyDesign,
  values: ArrayLike<number>,
  options: EstimateOptions = {},
): SurveyEstimate {
  const asked = prepare('estimateMean', design, options)
  const own = ownValues(asked, values)
  const total = sum(asked.weights)
  if (total === 0) throw new RangeError('estimateMean: weights of those in the part sum to 0')
  const mean = weightedSum(asked, own) / total
  const influence = own.map((value, i) => (asked.inside[i] ? (value - mean) / total : 0))
  return finish(asked, mean, influence)
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
  const asked = prepare('estimateTotal', design, options)
  const own = ownValues(asked, values)
  return finish(asked, weightedSum(asked, own), own)
}

/**
 * Ratio of two totals of the population, such as hours missed to hours taught.
 *
 * @param above one for each respondent
 * @param below one for each respondent; their weighted sum must not be 0
 * @throws RangeError as `estimateMean`, or when the total below is 0
 * @see agrees with R `survey::svyratio(deff = TRUE)`
 */
export function estimateRatio(
  design: SurveyDesign,
  above: ArrayLike<number>,
  below: ArrayLike<number>,
  options: EstimateOptions = {},
): SurveyEstimate {
  const asked = prepare('estimateRatio', design, options)
  const [ownAbove, ownBelow] = [ownValues(asked, above), ownValues(asked, below)]
  const base = weightedSum(asked, ownBelow)
  if (base === 0) throw new RangeError('estimateRatio: the total below is 0')
  const ratio = weightedSum(asked, ownAbove) / base
  const influence = ownAbove.map((value, i) => (value - ratio * ownBelow[i]!) / base)
  return finish(asked, ratio, influence)
}

/** Whom an estimate is about: who of the respondents belongs to the part, with weights of 0 outside it. */
type Asked = {
  caller: string
  design: SurveyDesign
  inside: boolean[]
  weights: Float64Array
  respondents: number
  level: number
}

function prepare(caller: string, design: SurveyDesign, { part, level = 0.95 }: EstimateOptions): Asked {
  if (part) checkLength(caller, part, design.respondents, 'part entries')
  checkLevel(caller, level)
  const inside = Array.from(design.weights, (_, i) => part?.[i] ?? true)
  const respondents = inside.filter(Boolean).length
  if (respondents === 0) throw new RangeError(`${caller}: nobody is in the part`)
  const weights = design.weights.map((weight, i) => (inside[i] ? weight : 0))
  return { caller, design, inside, weights, respondents, level }
}

/** Outside the part a value does not count, so it may be missing; here it is 0. */
function ownValues({ caller, inside }: Asked, values: ArrayLike<number>): Float64Array {
  checkLength(caller, values, inside.length, 'values')
  const own = Float64Array.from(inside, (isIn, i) => (isIn ? values[i]! : 0))
  checkNumbers(caller, own, 'value')
  return own
}

function weightedSum({ weights }: Asked, values: Float64Array): number {
  return weights.reduce((total, weight, i) => total + weight * values[i]!, 0)
}

/** Variance of the same total in a simple random sample of as many respondents, without replacement. */
function simpleVariance(asked: Asked, influence: Float64Array): number {
  const { weights, respondents: n } = asked
  const total = sum(weights)
  const mean = weightedSum(asked, influence) / total
  const squares = weightedSum(
    asked,
    influence.map((value) => (value - mean) ** 2),
  )
  return (squares * (total - n)) / (n - 1)
}

/** @param influence what one person adds to the estimate, 0 outside the part */
function finish(asked: Asked, value: number, influence: Float64Array): SurveyEstimate {
  const { caller, design, inside, respondents, level } = asked
  const variance = covarianceOfTotals(caller, design, [influence])[0]!
  const simple = simpleVariance(asked, influence)
  const standardError = Math.sqrt(variance)
  const df = degreesOfFreedom(design, inside)
  // One respondent has no spread, which says nothing about the others.
  const isUnknown = df === 0 && !isCensus(design, inside)
  const factor = df === 0 ? 0 : tQuantile((1 - level) / 2, df, 'upper')
  const halfWidth = isUnknown ? Infinity : standardError * factor
  const interval = { low: value - halfWidth, high: value + halfWidth }
  const designEffect = simple > 0 ? variance / simple : Number.NaN
  return { value, standardError, df, interval, designEffect, respondents }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

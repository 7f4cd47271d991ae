import { type Matrix, quantileRegressions } from '@izaugsme/statistics'
import {
  type EarlierScores,
  earlierScores,
  type ScoreSplines,
  splineDesign,
  splinesOf,
} from './spline-design.ts'

/** Fitted quantiles are rounded to five decimals as in the reference: fits pass exactly through many pupils. */
const FIFTH = 1e5
/** How far, in fifth decimals, noise of arithmetic moves a fitted quantile at most. */
const NOISE = 1e-6
/** Fewest pupils from which norms are made. */
export const SMALLEST_COHORT = 1000

/** A norm: what pupils with the same earlier score reach, quantile by quantile. */
export type GrowthNorm = {
  /** the splines of each list of earlier scores */
  readonly splines: readonly ScoreSplines[]
  /** per quantile (0.005, 0.015 … 0.995) the coefficients: intercept, then the splines, list by list */
  readonly coefficients: readonly Float64Array[]
  readonly pupils: number
  readonly converged: boolean
  /** share of pupils whose fitted quantiles crossed before they were sorted */
  readonly crossing: number
}

/**
 * Fits growth norms: 100 quantile regressions of the later score on earlier ones over cubic B-splines with knots
 * at the quintiles, as the reference implementation does.
 *
 * @param prior earlier scores, or several lists of them; pupils who lack one belong into a norm of their own
 * @param current later scores of the same pupils
 * @param smallest fewest pupils; 1,000 when left out: pool municipalities, one alone cannot norm itself
 * @throws RangeError when there are fewer pupils, lengths differ, a score is not a number or a list does not vary
 * @see Betebenner (2009), Educational Measurement: Issues and Practice 28(4); R `SGP`
 */
export function fitGrowthNorm(
  prior: EarlierScores,
  current: ArrayLike<number>,
  smallest = SMALLEST_COHORT,
): GrowthNorm {
  const caller = 'fitGrowthNorm'
  const pupils = current.length
  const earlier = earlierScores(caller, prior, current)
  if (!(pupils >= smallest && pupils > 0)) {
    throw new RangeError(`${caller}: ${pupils} pupils are fewer than ${smallest}; pool municipalities`)
  }
  const splines = earlier.map((scores) => splinesOf(caller, scores))
  const design = splineDesign(earlier, splines)
  const taus = Array.from({ length: 100 }, (_, at) => (at + 0.5) / 100)
  const fits = quantileRegressions(design, current, taus)
  const coefficients = fits.map((fit) => fit.coefficients)
  return {
    splines,
    coefficients,
    pupils,
    converged: fits.every((fit) => fit.converged),
    crossing: eachFitted(design, coefficients, () => {}) / pupils,
  }
}

/** Growth percentiles of some pupils, sealed: `groupGrowth` and `growthBand` tell what may be told of them. */
export type GrowthPercentiles = { readonly pupils: number }

const sealed = new WeakMap<GrowthPercentiles, Uint8Array>()

/**
 * The percentiles of pupils' later scores among pupils with the same earlier scores. A single percentile errs by
 * about 20 points either way, so they stay sealed: no function of the package gives one as a point.
 *
 * @param prior as many lists as the norm was made from; beyond its boundaries the outer polynomials go on
 * @throws RangeError when lengths or the number of lists differ, or a score is not a number
 */
export function growthPercentiles(
  norm: GrowthNorm,
  prior: EarlierScores,
  current: ArrayLike<number>,
): GrowthPercentiles {
  const growth = { pupils: current.length }
  sealed.set(growth, pointPercentiles(norm, prior, current))
  return growth
}

/** The percentiles behind the seal, 1 to 99; for use within this package. */
export function unsealPercentiles(caller: string, growth: GrowthPercentiles): Uint8Array {
  const percentiles = sealed.get(growth)
  if (!percentiles)
    throw new RangeError(`${caller}: growth of ${growth.pupils} pupils is not from growthPercentiles`)
  return percentiles
}

/** Percentiles as points, 1 to 99: to be held against the reference, never to be shown. */
export function pointPercentiles(
  norm: GrowthNorm,
  prior: EarlierScores,
  current: ArrayLike<number>,
): Uint8Array {
  const earlier = earlierScores('growthPercentiles', prior, current)
  if (earlier.length !== norm.splines.length) {
    throw new RangeError(
      `growthPercentiles: ${earlier.length} lists of earlier scores for a norm of ${norm.splines.length}`,
    )
  }
  const percentiles = new Uint8Array(current.length)
  eachFitted(splineDesign(earlier, norm.splines), norm.coefficients, (pupil, sorted) => {
    let below = 0
    while (below < sorted.length && sorted[below]! < current[pupil]!) below++
    percentiles[pupil] = Math.min(99, Math.max(1, below))
  })
  return percentiles
}

/** Calls back with the sorted fitted quantiles of every pupil; returns how many had them crossing. */
function eachFitted(
  { rows, columns, values }: Matrix,
  coefficients: readonly Float64Array[],
  each: (pupil: number, sorted: Float64Array) => void,
): number {
  const fitted = new Float64Array(coefficients.length)
  let crossing = 0
  for (let pupil = 0; pupil < rows; pupil++) {
    let crosses = false
    for (let tau = 0; tau < coefficients.length; tau++) {
      const of = coefficients[tau]!
      let sum = 0
      for (let column = 0; column < columns; column++) sum += values[pupil * columns + column]! * of[column]!
      fitted[tau] = sum
      // Quantiles that pass through the same pupil meet there; only noise lets them cross.
      if (tau > 0 && sum < fitted[tau - 1]! - NOISE / FIFTH) crosses = true
    }
    if (crosses) crossing++
    fitted.sort()
    for (let tau = 0; tau < fitted.length; tau++) fitted[tau] = roundToFifth(fitted[tau]!)
    each(pupil, fitted)
  }
  return crossing
}

/** To five decimals; what only noise keeps from being half-way is half-way, and goes to the even decimal. */
function roundToFifth(value: number): number {
  const scaled = value * FIFTH
  const down = Math.floor(scaled)
  if (Math.abs(scaled - down - 0.5) > NOISE) return Math.round(scaled) / FIFTH
  return (down % 2 === 0 ? down : down + 1) / FIFTH
}

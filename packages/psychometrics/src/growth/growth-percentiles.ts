import { bSplineBasis, type Matrix, quantileRegressions, sampleQuantile } from '@izaugsme/statistics'

const KNOT_SHARES = [0.2, 0.4, 0.6, 0.8]
const EXTENSION = 0.1
/** Fitted quantiles are rounded to five decimals as in the reference: fits pass exactly through many pupils. */
const FIFTH = 1e5
/** How far, in fifth decimals, noise of arithmetic moves a fitted quantile at most. */
const NOISE = 1e-6
/** Fewest pupils from which norms are made. */
export const SMALLEST_COHORT = 1000

/** A norm: what pupils with the same earlier score reach, quantile by quantile. */
export type GrowthNorm = {
  /** inner knots and boundaries of the splines */
  readonly knots: readonly number[]
  readonly boundaries: readonly [number, number]
  /** per quantile (0.005, 0.015 … 0.995) the coefficients: intercept, then the splines */
  readonly coefficients: readonly Float64Array[]
  readonly pupils: number
  readonly converged: boolean
  /** share of pupils whose fitted quantiles crossed before they were sorted */
  readonly crossing: number
}

/**
 * Fits growth norms: 100 quantile regressions of the later on the earlier score over cubic B-splines with knots
 * at the quintiles, as the reference implementation does.
 *
 * @param prior earlier scores
 * @param current later scores of the same pupils
 * @param smallest fewest pupils; 1,000 when left out: pool municipalities, one alone cannot norm itself
 * @throws RangeError when there are fewer pupils, lengths differ or a score is not a number
 * @see Betebenner (2009), Educational Measurement: Issues and Practice 28(4); R `SGP`
 */
export function fitGrowthNorm(
  prior: ArrayLike<number>,
  current: ArrayLike<number>,
  smallest = SMALLEST_COHORT,
): GrowthNorm {
  if (prior.length !== current.length) {
    throw new RangeError(`fitGrowthNorm: ${current.length} later scores for ${prior.length} earlier ones`)
  }
  if (prior.length < smallest) {
    throw new RangeError(
      `fitGrowthNorm: ${prior.length} pupils are fewer than ${smallest}; pool municipalities`,
    )
  }
  const knots = [...new Set(KNOT_SHARES.map((share) => roundTo3(sampleQuantile(prior, share))))]
  let [low, high] = [Infinity, -Infinity]
  for (let pupil = 0; pupil < prior.length; pupil++) {
    low = Math.min(low, prior[pupil]!)
    high = Math.max(high, prior[pupil]!)
  }
  const reach = EXTENSION * (high - low)
  const boundaries = [roundTo3(low - reach), roundTo3(high + reach)] as const
  const design = designOf(prior, knots, boundaries)
  const taus = Array.from({ length: 100 }, (_, at) => (at + 0.5) / 100)
  const fits = quantileRegressions(design, current, taus)
  const coefficients = fits.map((fit) => fit.coefficients)
  const crossing = eachFitted(design, coefficients, () => {})
  return {
    knots,
    boundaries: [...boundaries],
    coefficients,
    pupils: prior.length,
    converged: fits.every((fit) => fit.converged),
    crossing: crossing / prior.length,
  }
}

/** Growth percentiles of some pupils, sealed: `groupGrowth` and `growthBand` tell what may be told of them. */
export type GrowthPercentiles = { readonly pupils: number }

const sealed = new WeakMap<GrowthPercentiles, Uint8Array>()

/**
 * The percentiles of pupils' later scores among pupils with the same earlier score. A single percentile errs by
 * about 20 points either way, so they stay sealed: no function of the package gives one as a point.
 *
 * @throws RangeError when lengths differ
 */
export function growthPercentiles(
  norm: GrowthNorm,
  prior: ArrayLike<number>,
  current: ArrayLike<number>,
): GrowthPercentiles {
  const growth = { pupils: prior.length }
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
  prior: ArrayLike<number>,
  current: ArrayLike<number>,
): Uint8Array {
  if (prior.length !== current.length) {
    throw new RangeError(`growthPercentiles: ${current.length} later scores for ${prior.length} earlier ones`)
  }
  const percentiles = new Uint8Array(prior.length)
  eachFitted(designOf(prior, norm.knots, norm.boundaries), norm.coefficients, (pupil, sorted) => {
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

function designOf(
  prior: ArrayLike<number>,
  knots: readonly number[],
  boundaries: readonly [number, number],
): Matrix {
  const splines = bSplineBasis(prior, { knots, boundaries })
  const columns = splines.columns + 1
  const values = new Float64Array(splines.rows * columns)
  for (let row = 0; row < splines.rows; row++) {
    values[row * columns] = 1
    values.set(splines.values.subarray(row * splines.columns, (row + 1) * splines.columns), row * columns + 1)
  }
  return { rows: splines.rows, columns, values }
}

/** To five decimals; what only noise keeps from being half-way is half-way, and goes to the even decimal. */
function roundToFifth(value: number): number {
  const scaled = value * FIFTH
  const down = Math.floor(scaled)
  if (Math.abs(scaled - down - 0.5) > NOISE) return Math.round(scaled) / FIFTH
  return (down % 2 === 0 ? down : down + 1) / FIFTH
}

function roundTo3(value: number): number {
  return Math.round(value * 1000) / 1000
}

import { checkNumber, checkProbability, type Tail } from './tail.ts'

const { abs, exp, log, sqrt, PI } = Math

/** The standard normal quantile for 95 % two-sided intervals. */
export const Z_95 = 1.959963984540054

/** Beyond this the continued fraction converges faster than the series, and loses nothing to cancellation. */
const TAIL = 2.5

/**
 * Standard normal density.
 *
 * @throws RangeError when x is not a number
 * @see agrees with R `dnorm`
 */
export function normalPdf(x: number): number {
  checkNumber('normalPdf', x)
  return density(x)
}

/**
 * Standard normal distribution function P(Z ≤ x), or P(Z > x) for the tail 'upper'.
 *
 * Relative error stays below 1e-12 also far in the small tail, down to the smallest ordinary doubles
 * (|x| ≈ 37.5); below that the answer goes to 0.
 *
 * @throws RangeError when x is not a number
 * @see Abramowitz & Stegun 26.2.11 (series) and 26.2.14 (continued fraction); agrees with R `pnorm`
 */
export function normalCdf(x: number, tail: Tail = 'lower'): number {
  checkNumber('normalCdf', x)
  const towards = tail === 'lower' ? x : -x
  if (towards < -TAIL) return upperTail(-towards)
  return towards > TAIL ? 1 - upperTail(towards) : 0.5 + areaFromCentre(towards)
}

/**
 * Standard normal quantile: the x with `probability` below it, or above it for the tail 'upper'.
 *
 * @param probability within 0 and 1; for the lower tail 0 gives −∞ and 1 gives ∞
 * @throws RangeError when the probability is outside 0 and 1
 * @see Abramowitz & Stegun 26.2.23 for the start, then Halley's iteration; agrees with R `qnorm`
 */
export function normalQuantile(probability: number, tail: Tail = 'lower'): number {
  checkProbability('normalQuantile', probability)
  if (tail === 'upper') return -normalQuantile(probability)
  if (probability > 0.5) return -lowerQuantile(1 - probability, 0.5 - probability)
  return lowerQuantile(probability, probability - 0.5)
}

/** The quantile at or below the median; `fromHalf` is p − ½, kept apart so that its digits survive near ½. */
function lowerQuantile(p: number, fromHalf: number): number {
  if (p === 0) return -Infinity
  const t = sqrt(-2 * log(p))
  const start =
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3) -
    t
  // The start is good to 4.5e-4 and each step triples the digits, so three steps reach rounding error.
  return halley(halley(halley(start, p, fromHalf), p, fromHalf), p, fromHalf)
}

function halley(x: number, p: number, fromHalf: number): number {
  const excess = x < -TAIL ? upperTail(-x) - p : areaFromCentre(x) - fromHalf
  const step = excess / density(x)
  return x - step / (1 + (x * step) / 2)
}

function density(x: number): number {
  return exp((-x * x) / 2) / sqrt(2 * PI)
}

/** P(0 < Z ≤ x), negative for negative x. */
function areaFromCentre(x: number): number {
  let term = x
  let sum = x
  for (let odd = 3; abs(term) > 1e-17 * abs(sum); odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return density(x) * sum
}

/** P(Z > x) for x > TAIL by Laplace's continued fraction, from its 60th level outwards. */
function upperTail(x: number): number {
  if (x > 39) return 0
  let fraction = x
  for (let level = 60; level >= 1; level--) fraction = x + level / fraction
  return density(x) / fraction
}

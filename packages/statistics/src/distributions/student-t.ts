import { betaLogitQuantile, betaLogTailsOfOdds } from './incomplete-beta.ts'
import { deviance, stirlingError } from './log-gamma.ts'
import { normalCdf, normalPdf, normalQuantile } from './normal.ts'
import { checkNumber, checkPositive, checkProbability, type Tail } from './tail.ts'

const { abs, exp, log, log1p, sqrt, PI } = Math

/** From so many degrees of freedom on no double tells t from the normal distribution. */
const AS_NORMAL = 1e15

/**
 * Density of Student's t.
 *
 * @param df degrees of freedom, above 0, need not be whole; ∞ gives the normal distribution
 * @throws RangeError when x is not a number or df is not positive
 * @see agrees with R `dt`
 */
export function tPdf(x: number, df: number): number {
  checkNumber('tPdf', x)
  checkPositive('tPdf', 'df', df)
  if (df >= AS_NORMAL) return normalPdf(x)
  if (abs(x) === Infinity) return 0
  const factor = stirlingError((df + 1) / 2) - stirlingError(df / 2) - deviance(df / 2, (df + 1) / 2)
  const square = (x / sqrt(df)) ** 2
  if (square < 0.2) {
    const fall = (x * x) / 2 - deviance(df / 2, (df + x * x) / 2)
    return exp(factor - fall - log1p(square) / 2) / sqrt(2 * PI)
  }
  // Squares of far x would overflow.
  const logRoot = square < 1e300 ? log1p(square) / 2 : log(abs(x)) - log(df) / 2
  return exp(factor - df * logRoot - logRoot) / sqrt(2 * PI)
}

/**
 * Distribution function of Student's t: P(X ≤ x), or P(X > x) for the tail 'upper'.
 *
 * @throws RangeError as `tPdf`
 * @see agrees with R `pt`
 */
export function tCdf(x: number, df: number, tail: Tail = 'lower'): number {
  checkNumber('tCdf', x)
  checkPositive('tCdf', 'df', df)
  const towards = tail === 'lower' ? x : -x
  if (df >= AS_NORMAL) return normalCdf(towards)
  // The odds of t²/(df + t²), which has a beta distribution.
  const odds = (x / df) * x
  const { lower, upper } = betaLogTailsOfOdds(odds, 2 * log(abs(x)) - log(df), 0.5, df / 2)
  // At the centre the half is exact and what is added to it is known better than what is left of it.
  if (towards >= 0) return odds < 1 ? 0.5 + exp(lower) / 2 : 1 - exp(upper) / 2
  return exp(upper) / 2
}

/**
 * Quantile of Student's t: the x with `probability` below it, or above it for the tail 'upper'.
 *
 * @throws RangeError when the probability is not within 0 and 1 or df is not positive
 * @see agrees with R `qt`
 */
export function tQuantile(probability: number, df: number, tail: Tail = 'lower'): number {
  checkProbability('tQuantile', probability)
  checkPositive('tQuantile', 'df', df)
  const sign = (tail === 'lower') === probability < 0.5 ? -1 : 1
  if (df >= AS_NORMAL) return tail === 'lower' ? normalQuantile(probability) : -normalQuantile(probability)
  const small = Math.min(probability, 1 - probability)
  if (small === 0.5) return 0
  // t²/(df + t²) has a beta distribution.
  const logit = betaLogitQuantile(1 - 2 * small, 2 * small, 0.5, df / 2)
  return sign * exp((logit + log(df)) / 2)
}

import { gammaLogTails, gammaQuantile, logGammaTerm } from './incomplete-gamma.ts'
import { checkNumber, checkProbability, checkShape, type Tail } from './tail.ts'

/**
 * Density of the χ² distribution; ∞ at 0 for less than 2 degrees of freedom, 0 below 0.
 *
 * @param df degrees of freedom, above 0 and finite, need not be whole
 * @throws RangeError when x is not a number or df is not positive and finite
 * @see agrees with R `dchisq`
 */
export function chiSquarePdf(x: number, df: number): number {
  checkNumber('chiSquarePdf', x)
  checkShape('chiSquarePdf', 'df', df)
  if (x < 0 || x === Infinity) return 0
  if (x === 0) return df < 2 ? Infinity : df === 2 ? 0.5 : 0
  return Math.exp(logGammaTerm(x / 2, df / 2) + Math.log(df / 2) - Math.log(x))
}

/**
 * Distribution function of χ²: P(X ≤ x), or P(X > x) for the tail 'upper', each with all its digits.
 *
 * @throws RangeError as `chiSquarePdf`
 * @see agrees with R `pchisq`
 */
export function chiSquareCdf(x: number, df: number, tail: Tail = 'lower'): number {
  checkNumber('chiSquareCdf', x)
  checkShape('chiSquareCdf', 'df', df)
  if (x <= 0) return tail === 'lower' ? 0 : 1
  return Math.exp(gammaLogTails(x / 2, df / 2)[tail])
}

/**
 * Quantile of χ²: the x with `probability` below it, or above it for the tail 'upper'.
 *
 * @throws RangeError when the probability is not within 0 and 1 or df is not positive and finite
 * @see agrees with R `qchisq`
 */
export function chiSquareQuantile(probability: number, df: number, tail: Tail = 'lower'): number {
  checkProbability('chiSquareQuantile', probability)
  checkShape('chiSquareQuantile', 'df', df)
  const rest = 1 - probability
  return (
    2 *
    (tail === 'lower' ? gammaQuantile(probability, rest, df / 2) : gammaQuantile(rest, probability, df / 2))
  )
}

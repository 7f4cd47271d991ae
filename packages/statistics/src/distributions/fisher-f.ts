import { chiSquareCdf, chiSquarePdf, chiSquareQuantile } from './chi-square.ts'
import { betaLogitQuantile, betaLogTailsOfOdds, logBetaTermOfOdds } from './incomplete-beta.ts'
import { checkNumber, checkPositive, checkProbability, checkShape, type Tail } from './tail.ts'

/** From so many degrees of freedom below the line no double tells F from χ² divided by its own. */
const AS_CHI_SQUARE = 1e15

/**
 * Density of the F distribution; 0 below 0, ∞ at 0 for less than 2 degrees of freedom above the line.
 *
 * @param df1 degrees of freedom above the line, above 0 and finite, need not be whole
 * @param df2 degrees of freedom below the line, above 0; ∞ gives χ² divided by df1
 * @throws RangeError when x is not a number or degrees of freedom are not positive
 * @see agrees with R `df`
 */
export function fPdf(x: number, df1: number, df2: number): number {
  checkDegrees('fPdf', x, df1, df2)
  if (df2 >= AS_CHI_SQUARE) return df1 * chiSquarePdf(df1 * x, df1)
  if (x < 0 || x === Infinity) return 0
  if (x === 0) return df1 < 2 ? Infinity : df1 === 2 ? 1 : 0
  const [odds, logOdds] = oddsOf(x, df1, df2)
  return Math.exp(logBetaTermOfOdds(odds, logOdds, df1 / 2, df2 / 2) - Math.log(x))
}

/**
 * Distribution function of F: P(X ≤ x), or P(X > x) for the tail 'upper'.
 *
 * @throws RangeError as `fPdf`
 * @see agrees with R `pf`
 */
export function fCdf(x: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  checkDegrees('fCdf', x, df1, df2)
  if (df2 >= AS_CHI_SQUARE) return chiSquareCdf(df1 * x, df1, tail)
  const [odds, logOdds] = oddsOf(Math.max(0, x), df1, df2)
  return Math.exp(betaLogTailsOfOdds(odds, logOdds, df1 / 2, df2 / 2)[tail])
}

/**
 * Quantile of F: the x with `probability` below it, or above it for the tail 'upper'.
 *
 * @throws RangeError when the probability is not within 0 and 1 or degrees of freedom are not positive
 * @see agrees with R `qf`
 */
export function fQuantile(probability: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  checkProbability('fQuantile', probability)
  checkDegrees('fQuantile', 0, df1, df2)
  if (df2 >= AS_CHI_SQUARE) return chiSquareQuantile(probability, df1, tail) / df1
  const [lower, upper] = tail === 'lower' ? [probability, 1 - probability] : [1 - probability, probability]
  return Math.exp(betaLogitQuantile(lower, upper, df1 / 2, df2 / 2) + Math.log(df2 / df1))
}

/** df1·x : df2, the odds of a share that has a beta distribution, and their logarithm. */
function oddsOf(x: number, df1: number, df2: number): [number, number] {
  return [(df1 / df2) * x, Math.log(df1) - Math.log(df2) + Math.log(x)]
}

function checkDegrees(caller: string, x: number, df1: number, df2: number): void {
  checkNumber(caller, x)
  checkShape(caller, 'df1', df1)
  checkPositive(caller, 'df2', df2)
}

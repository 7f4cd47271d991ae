import { betaLogitQuantile, betaLogTails, logBetaTerm } from './incomplete-beta.ts'
import { checkNumber, checkProbability, checkShape, type Tail } from './tail.ts'

/**
 * Density of the beta distribution; 0 outside 0 to 1, and ∞ at an end whose shape is below 1.
 *
 * @param a first shape, above 0 and finite
 * @param b second shape, above 0 and finite
 * @throws RangeError when x is not a number or a shape is not positive and finite
 * @see agrees with R `dbeta`
 */
export function betaPdf(x: number, a: number, b: number): number {
  checkShapes('betaPdf', x, a, b)
  if (x < 0 || x > 1) return 0
  if (x === 0) return atEnd(a, b)
  if (x === 1) return atEnd(b, a)
  return Math.exp(logBetaTerm(x, 1 - x, a, b) - Math.log(x) - Math.log1p(-x))
}

/**
 * Distribution function of the beta distribution (the regularised incomplete beta function): P(X ≤ x), or
 * P(X > x) for the tail 'upper'.
 *
 * @throws RangeError as `betaPdf`
 * @see agrees with R `pbeta`
 */
export function betaCdf(x: number, a: number, b: number, tail: Tail = 'lower'): number {
  checkShapes('betaCdf', x, a, b)
  const inside = Math.max(0, Math.min(1, x))
  return Math.exp(betaLogTails(inside, 1 - inside, a, b)[tail])
}

/**
 * Quantile of the beta distribution: the x with `probability` below it, or above it for the tail 'upper'.
 *
 * @throws RangeError when the probability is not within 0 and 1 or a shape is not positive and finite
 * @see agrees with R `qbeta`
 */
export function betaQuantile(probability: number, a: number, b: number, tail: Tail = 'lower'): number {
  checkProbability('betaQuantile', probability)
  checkShapes('betaQuantile', 0, a, b)
  const rest = 1 - probability
  const logit =
    tail === 'lower' ? betaLogitQuantile(probability, rest, a, b) : betaLogitQuantile(rest, probability, a, b)
  // For small x 1/(1 + e⁻ᵘ) would overflow before it vanishes.
  return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit))
}

function atEnd(own: number, other: number): number {
  if (own < 1) return Infinity
  return own === 1 ? other : 0
}

function checkShapes(caller: string, x: number, a: number, b: number): void {
  checkNumber(caller, x)
  checkShape(caller, 'a', a)
  checkShape(caller, 'b', b)
}

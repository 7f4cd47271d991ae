import { checkNumbers } from '../linear-algebra/matrix.ts'

/**
 * How much unequal weights cost: the factor by which they widen a variance (Kish's design effect), and how many
 * respondents of equal weight would tell as much.
 *
 * @param weights one for each respondent, zero or more, not all zero; only their ratios matter
 * @throws RangeError when there are no weights, one is negative or not finite, or all are zero
 * @see Kish (1965), Survey Sampling, §11.7
 */
export function kishEffectiveSize(weights: ArrayLike<number>): {
  designEffect: number
  effectiveSize: number
} {
  checkWeights('kishEffectiveSize', weights)
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number
    squares += (weights[i] as number) ** 2
  }
  if (sum === 0) throw new RangeError('kishEffectiveSize: all weights are zero')
  return { designEffect: (weights.length * squares) / sum ** 2, effectiveSize: sum ** 2 / squares }
}

/** Trimmed weights, how many of the given ones were outside the bounds, and how often it was done. */
export type TrimmedWeights = { weights: Float64Array; trimmed: number; rounds: number; withinBounds: boolean }

/**
 * Pulls weights into bounds and gives what was cut off to the others in equal parts, so that the sum stays.
 *
 * @param lower bound, below the upper one
 * @param strict repeats until no weight is outside; once only when left out, and others may then be pushed out
 * @returns `withinBounds` is false when the bounds cannot hold the sum or one round was not enough
 * @throws RangeError when a weight is negative or not finite, or the bounds do not ascend
 * @see agrees with R `survey::trimWeights`
 */
export function trimWeights(
  weights: ArrayLike<number>,
  lower: number,
  upper: number,
  strict = false,
): TrimmedWeights {
  checkWeights('trimWeights', weights)
  if (!(lower < upper)) throw new RangeError(`trimWeights: bounds ${lower} and ${upper} do not ascend`)
  const isOutside = (weight: number) => weight < lower || weight > upper
  let current = Float64Array.from(weights)
  const trimmed = current.filter(isOutside).length
  let rounds = 0
  // Each round fixes at least one more weight at a bound, or the bounds cannot hold the sum.
  for (const most = strict ? current.length : 1; rounds < most && current.some(isOutside); rounds++) {
    const inside = current.filter((weight) => !isOutside(weight)).length
    if (inside === 0) break
    const cut = current.reduce((sum, weight) => sum + weight - Math.max(lower, Math.min(upper, weight)), 0)
    current = current.map((weight) =>
      isOutside(weight) ? Math.max(lower, Math.min(upper, weight)) : weight + cut / inside,
    )
  }
  return { weights: current, trimmed, rounds, withinBounds: !current.some(isOutside) }
}

function checkWeights(caller: string, weights: ArrayLike<number>): void {
  if (weights.length === 0) throw new RangeError(`${caller}: no weights`)
  checkNumbers(caller, weights, 'weight')
  const negative = Array.from(weights).find((weight) => weight < 0)
  if (negative !== undefined) throw new RangeError(`${caller}: negative weight ${negative}`)
}

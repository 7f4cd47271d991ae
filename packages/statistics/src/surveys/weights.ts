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
  const most = Array.from(weights).reduce((largest, weight) => Math.max(largest, weight), 0)
  if (most === 0) throw new RangeError('kishEffectiveSize: all weights are zero')
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    // Parts of the largest, so that no unit makes squares overflow or vanish.
    const part = weights[i]! / most
    sum += part
    squares += part ** 2
  }
  return { designEffect: (weights.length * squares) / sum ** 2, effectiveSize: sum ** 2 / squares }
}

/** Trimmed weights, how many of the given ones were outside the bounds, and how often it was done. */
export type TrimmedWeights = { weights: Float64Array; trimmed: number; rounds: number; withinBounds: boolean }

/**
 * Pulls weights into bounds and gives what was cut off to the others in equal parts, so that the sum stays. A design
 * takes them over by copying: `{ ...design, weights }`.
 *
 * @param lower bound, below the upper one
 * @param strict repeats until no weight is outside; once only when left out, and others may then be pushed out
 * @returns `withinBounds` is false when the bounds cannot hold the sum or one round was not enough
 * @throws RangeError when a weight is negative or not finite, or the bounds do not ascend
 * @see agrees with R `survey::trimWeights`, which loses what was cut off when every weight is outside
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
  const into = (weight: number) => Math.max(lower, Math.min(upper, weight))
  let current = Float64Array.from(weights)
  const trimmed = current.filter(isOutside).length
  let rounds = 0
  for (; current.some(isOutside) && (strict || rounds === 0); rounds++) {
    const pulled = current.map(into)
    const cut = current.reduce((sum, weight, i) => sum + weight - pulled[i]!, 0)
    const hasRoom = pulled.map((weight) => Number(cut > 0 ? weight < upper : weight > lower))
    const inside = current.map((weight) => Number(!isOutside(weight)))
    // At first all inside take, as in R. Later those at a bound would only have it taken back, without end.
    const takes = rounds === 0 && inside.includes(1) ? inside : hasRoom
    const takers = takes.reduce((sum, one) => sum + one, 0)
    const isRounding = Math.abs(cut) <= 1e-12 * current.reduce((sum, weight) => sum + weight, 0)
    if (takers === 0 && !isRounding) break
    current = isRounding ? pulled : pulled.map((weight, i) => weight + (takes[i] ? cut / takers : 0))
  }
  return { weights: current, trimmed, rounds, withinBounds: !current.some(isOutside) }
}

function checkWeights(caller: string, weights: ArrayLike<number>): void {
  if (weights.length === 0) throw new RangeError(`${caller}: no weights`)
  checkNumbers(caller, weights, 'weight')
  const negative = Array.from(weights).find((weight) => weight < 0)
  if (negative !== undefined) throw new RangeError(`${caller}: negative weight ${negative}`)
}

/**
 * The distribution of a sum of independent scores (Lord & Wingersky), computed by additions only.
 *
 * These are the elementary symmetric functions of the Rasch and partial credit models, each divided by a
 * power that cancels wherever they are used; as they are probabilities they cannot overflow.
 *
 * @param chances per item the chance of each category 0…highest
 * @returns per score 0…maximum its chance
 * @see Lord & Wingersky (1984), Applied Psychological Measurement 8(4)
 */
export function scoreDistribution(chances: readonly ArrayLike<number>[]): Float64Array {
  let distribution: Float64Array = Float64Array.of(1)
  for (const item of chances) distribution = addItem(distribution, item)
  return distribution
}

/** The distribution with one more item. */
export function addItem(distribution: Float64Array, item: ArrayLike<number>): Float64Array {
  const next = new Float64Array(distribution.length + item.length - 1)
  for (let k = 0; k < item.length; k++) {
    const chance = item[k]!
    for (let score = 0; score < distribution.length; score++)
      next[score + k]! += chance * distribution[score]!
  }
  return next
}

/**
 * Calls back for every item with the distribution of the sum of all *other* items. Halves are added to each
 * other's outside, so n items cost n · log n steps and nothing is subtracted.
 */
export function eachWithout(
  chances: readonly ArrayLike<number>[],
  each: (index: number, others: Float64Array) => void,
): void {
  const descend = (from: number, to: number, outside: Float64Array): void => {
    if (to - from === 1) {
      each(from, outside)
      return
    }
    const middle = (from + to) >> 1
    let left = outside
    for (let index = middle; index < to; index++) left = addItem(left, chances[index]!)
    descend(from, middle, left)
    let right = outside
    for (let index = from; index < middle; index++) right = addItem(right, chances[index]!)
    descend(middle, to, right)
  }
  if (chances.length > 0) descend(0, chances.length, Float64Array.of(1))
}

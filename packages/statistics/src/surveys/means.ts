import { checkNumbers } from '../linear-algebra/matrix.ts'

/**
 * Mean in which every value counts alike, whatever stands behind it. Of schools' percentages it answers "how
 * is a typical school?", not "how is a typical pupil?": a school of 30 moves it as much as one of 900.
 *
 * @param values in any unit; the mean has the same
 * @throws RangeError when there are no values or one is not finite
 */
export function unweightedMean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('unweightedMean: no values')
  checkNumbers('unweightedMean', values, 'value')
  return sum(values) / values.length
}

/**
 * Mean in which each value counts in proportion to its weight: how many people it stands for. Weighted by
 * pupils enrolled, schools' percentages give the share among all pupils; weighted by answers, the share among
 * those who answered, where schools that answer more count more. Only the ratios of the weights matter.
 *
 * @param values in any unit; the mean has the same
 * @param weights one for each value, zero or more, not all zero; a value of weight zero does not count
 * @throws RangeError when there are no values, the lengths differ, a weight is negative, all are zero, or a
 * number is not finite
 * @see agrees with R `weighted.mean`
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('weightedMean: no values')
  if (values.length !== weights.length) {
    throw new RangeError(`weightedMean: ${values.length} values but ${weights.length} weights`)
  }
  checkNumbers('weightedMean', values, 'value')
  checkNumbers('weightedMean', weights, 'weight')
  const negative = Array.from(weights).find((weight) => weight < 0)
  if (negative !== undefined) throw new RangeError(`weightedMean: negative weight ${negative}`)
  const total = sum(weights)
  if (total === 0) throw new RangeError('weightedMean: all weights are zero')
  return sum(Array.from(values, (value, index) => value * weights[index]!)) / total
}

function sum(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((total, number) => total + number, 0)
}

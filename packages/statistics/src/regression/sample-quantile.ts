import { checkShare } from '../argument-checks.ts'
import { checkNumbers } from '../linear-algebra/matrix.ts'

/**
 * The value below which a share of the values lies, with straight lines between neighbours.
 *
 * @param values in any order and unit; at least one
 * @param share within 0 (the smallest) and 1 (the largest)
 * @throws RangeError when there are no values, one is not finite or the share is not within 0 and 1
 * @see Hyndman & Fan (1996), definition 7; agrees with R `quantile`
 */
export function sampleQuantile(values: ArrayLike<number>, share: number): number {
  checkShare('sampleQuantile', share)
  if (values.length === 0) throw new RangeError('sampleQuantile: no values')
  checkNumbers('sampleQuantile', values, 'value')
  const sorted = Float64Array.from(values).sort()
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (place - below) * (high - low)
}

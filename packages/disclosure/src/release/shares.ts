import { feasibleCounts } from '@izaugsme/statistics'
import type { ReleaseShare } from './release.ts'

/**
 * A share as it is printed: in percent with so many decimals, given as a share of 1.
 *
 * @throws RangeError when the denominator is not positive
 */
export function printedShare(numerator: number, denominator: number, decimals: number): number {
  if (!(denominator > 0)) throw new RangeError(`printedShare: denominator ${denominator} is not positive`)
  const scale = 100 * 10 ** decimals
  return Math.round((scale * numerator) / denominator) / scale
}

/**
 * What a printed percentage tells of its numerator when the denominator is known: the least and largest count
 * that prints so.
 *
 * @throws RangeError as `feasibleCounts`, or when no count prints so
 */
export function countsBehind(
  { share, decimals }: Pick<ReleaseShare, 'share' | 'decimals'>,
  denominator: number,
): { low: number; high: number } {
  const counts = feasibleCounts(share, denominator, decimals)
  if (counts.length === 0) {
    throw new RangeError(`countsBehind: no count of ${denominator} prints as ${share}`)
  }
  return { low: counts[0]!, high: counts.at(-1)! }
}

import type { Interval } from '@izaugsme/statistics'
import { type NoiseTable, noiseRowOf } from './noise-table.ts'

/**
 * What counts can have been printed as this number: ready for `attack` and `audit` as a range, to see what the answers
 * to free queries and a release give away together.
 *
 * @throws RangeError when no count can
 */
export function behindNoise(table: NoiseTable, printed: number): Interval {
  const { most } = table.parameters
  const around = Array.from({ length: 2 * most + 1 }, (_, n) => printed - most + n)
  const counts = around.filter(
    (count) => count >= 0 && noiseRowOf(table, count).changes.includes(printed - count),
  )
  const [low] = counts
  const high = counts.at(-1)
  if (low === undefined || high === undefined)
    throw new RangeError(`behindNoise: nothing prints as ${printed}`)
  return { low, high }
}

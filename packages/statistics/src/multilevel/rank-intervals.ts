import { checkCount, checkLevel } from '../argument-checks.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { checkEffects, type UncertainEffect } from './uncertain-effect.ts'

/** Where a group may stand among the others; 1 is the highest. */
export type RankInterval = {
  /** Mean over the simulations. */
  expected: number
  low: number
  high: number
}

/**
 * Ranks as intervals: the groups' true effects are drawn again and again from around their estimates and ranked
 * each time. Show these instead of a league table; most intervals overlap most others. Groups that are exactly alike,
 * such as all groups of a model that finds no variance between them, can have any of the ranks they share.
 *
 * @param groups one for each group, any number of them
 * @param random a seeded generator; the same seed gives the same intervals
 * @param level share of the simulations inside, between 0 and 1
 * @param draws simulations
 * @throws RangeError when a number is not finite or negative where it cannot be, or there are no draws
 * @see Goldstein & Spiegelhalter (1996), JRSS A 159(3); Leckie & Goldstein (2009), JRSS A 172(4)
 */
export function rankIntervals(
  groups: readonly UncertainEffect[],
  random: SeededRandom,
  level = 0.95,
  draws = 10_000,
): RankInterval[] {
  checkLevel('rankIntervals', level)
  checkCount('rankIntervals', 'draws', draws, 1)
  checkEffects('rankIntervals', groups)
  const n = groups.length
  // How often each group had each rank, `groups × ranks`.
  const counts = new Float64Array(n * n)
  const drawn = new Float64Array(n)
  const order = Array.from(groups, (_, index) => index)
  // Without errors every draw is the same.
  const needed = groups.some(({ standardError }) => standardError > 0) ? draws : 1
  for (let draw = 0; draw < needed; draw++) {
    groups.forEach(({ effect, standardError }, index) => {
      drawn[index] = effect + standardError * random.normal()
    })
    order.sort((a, b) => drawn[b]! - drawn[a]!)
    countRanks(counts, order, drawn)
  }
  return groups.map((_, group) => summarise(counts.subarray(group * n, group * n + n), needed, level))
}

/** Adds one draw; groups that are exactly alike have each of the ranks they share in equal parts. */
function countRanks(counts: Float64Array, order: readonly number[], drawn: Float64Array): void {
  const n = order.length
  for (let first = 0, next = 0; first < n; first = next) {
    const value = drawn[order[first]!]
    while (next < n && drawn[order[next]!] === value) next++
    for (const group of order.slice(first, next)) {
      for (let rank = first; rank < next; rank++) {
        counts[group * n + rank]! += 1 / (next - first)
      }
    }
  }
}

function summarise(counts: Float64Array, draws: number, level: number): RankInterval {
  const half = ((1 - level) / 2) * draws
  const expected = counts.reduce((sum, count, rank) => sum + count * (rank + 1), 0) / draws
  return { expected, low: rankReached(counts, half), high: rankReached(counts, draws - half) }
}

/** The first rank at which more draws are at or above it than wanted; the last when all are wanted. */
function rankReached(counts: Float64Array, wanted: number): number {
  let reached = 0
  const rank = counts.findIndex((count) => {
    reached += count
    return reached > wanted
  })
  return rank === -1 ? counts.length : rank + 1
}

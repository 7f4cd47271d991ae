import type { Network } from '../model/network.ts'
import type { LagrangeBound } from '../preview/lagrange.ts'

/** Ways that go into the exact model (`blocks × sites`), and what a plan with a way left out costs at least. */
export type KeptWays = { kept: Uint8Array; leastWithout: number; isComplete: boolean }

/**
 * Leaves out ways that the bound proves no good plan needs, and beyond `most` a block the least promising ones, so
 * that the model fits into memory. What was left out stays in `leastWithout`, so a proof never forgets it.
 *
 * @param ceiling plans that cost more than this are not looked for
 */
export function keepWays(
  network: Network,
  relaxed: LagrangeBound,
  ceiling: number,
  most: number,
  needed: Float64Array | undefined,
): KeptWays {
  const { blocks, siteCount, cost } = network
  const kept = new Uint8Array(cost.length)
  let leastWithout = Number.POSITIVE_INFINITY
  blocks.forEach((block, b) => {
    const possible: number[] = []
    for (let site = 0; site < siteCount; site++) {
      if (cost[b * siteCount + site]! < Infinity) possible.push(b * siteCount + site)
    }
    const rise = (at: number) => relaxed.bound + relaxed.rise[at]!
    possible.sort(
      (one, other) =>
        compareNumbers(rise(one), rise(other)) || compareNumbers(cost[one], cost[other]) || one - other,
    )
    possible.forEach((at, rank) => {
      const isHeld = block.stays && at % siteCount === block.present
      const isNeeded = isHeld || (needed?.[at] ?? 0) > 0 || !block.isWhole
      if (isNeeded || (rank < most && !(rise(at) > ceiling))) kept[at] = 1
      else leastWithout = Math.min(leastWithout, rise(at))
    })
  })
  return { kept, leastWithout, isComplete: leastWithout === Number.POSITIVE_INFINITY }
}

function compareNumbers(one = 0, other = 0): number {
  return one === other ? 0 : one < other ? -1 : 1
}

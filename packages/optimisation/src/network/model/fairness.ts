import type { Network } from './network.ts'

/** Where a block goes: sites with their shares, which are above 0 and add up to 1. */
export type SharesOf = (block: number) => readonly (readonly [site: number, share: number])[]

/** The terms of fairness that are not sums over blocks: the longest new way and the area that has it worst. */
export function fairnessCost(network: Network, sharesOf: SharesOf): number {
  const { longest = 0, worstArea = 0 } = network.problem.fairness ?? {}
  let cost = 0
  if (longest > 0) cost += longest * longestNewWay(network, sharesOf)
  if (worstArea > 0) cost += worstArea * worstAreaMinutes(network, sharesOf)
  return cost
}

/** Minutes of the longest way of anyone who goes to a new school, however few they are. */
export function longestNewWay({ blocks, siteCount, longest }: Network, sharesOf: SharesOf): number {
  let most = 0
  for (let b = 0; b < blocks.length; b++) {
    for (const [site] of sharesOf(b)) most = Math.max(most, longest[b * siteCount + site]!)
  }
  return most
}

/** Mean minutes of the area that has it worst; 0 when no unit has an area. */
export function worstAreaMinutes(network: Network, sharesOf: SharesOf): number {
  const { problem, siteCount } = network
  let most = 0
  for (const { ways, pupils } of areasOf(network)) {
    let sum = 0
    for (const { unit, block, pupils: count } of ways) {
      for (const [site, share] of sharesOf(block)) {
        sum += share * count * problem.travel[unit * siteCount + site]!
      }
    }
    most = Math.max(most, sum / pupils)
  }
  return most
}

/** The units of each area, with the block they move in. */
export function areasOf({ problem, blocks }: Network) {
  const areas = new Map<string, { pupils: number; ways: { unit: number; block: number; pupils: number }[] }>()
  blocks.forEach(({ units }, block) => {
    for (const unit of units) {
      const { area, pupils } = problem.units[unit]!
      if (area === undefined) continue
      const found = areas.get(area) ?? { pupils: 0, ways: [] }
      found.pupils += pupils
      found.ways.push({ unit, block, pupils })
      areas.set(area, found)
    }
  })
  return [...areas.values()]
}

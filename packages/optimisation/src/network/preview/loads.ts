import type { Network } from '../model/network.ts'

/** Pupils at each site, in all and by grade band (`sites × groups`), for a choice of one site a block. */
export type Loads = { total: Float64Array; group: Float64Array }

export function emptyLoads({ siteCount, groupCount }: Network): Loads {
  return { total: new Float64Array(siteCount), group: new Float64Array(siteCount * groupCount) }
}

/** Adds a block to a site's load, or takes it away with `sign` −1. */
export function addLoad(network: Network, loads: Loads, block: number, site: number, sign: 1 | -1): void {
  const { groupCount, groupPupils, blocks } = network
  loads.total[site]! += sign * blocks[block]!.pupils
  for (let group = 0; group < groupCount; group++) {
    const at = site * groupCount + group
    loads.group[at]! += sign * groupPupils[block * groupCount + group]!
  }
}

/** Pupils too many or too few at an open site; 0 when it keeps its rules. */
export function violation(network: Network, loads: Loads, site: number): number {
  const { groupCount, capacity, minimum, groupCapacity, groupMinimum } = network
  const load = loads.total[site]!
  let sum = over(load - capacity[site]!) + over(minimum[site]! - load)
  for (let group = 0; group < groupCount; group++) {
    const at = site * groupCount + group
    const part = loads.group[at]!
    sum += over(part - groupCapacity[at]!)
    if (part > ROUNDING) sum += over(groupMinimum[at]! - part)
  }
  return sum
}

/** Sums of pupils may miss their limit by as much. */
export const ROUNDING = 1e-7

function over(excess: number): number {
  return excess > ROUNDING ? excess : 0
}

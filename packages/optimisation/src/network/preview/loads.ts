import type { Network } from '../model/network.ts'

/** Pupils at each site, in all and by grade band (`sites × groups`), for a choice of one site a block. */
export type Loads = { total: Float64Array; group: Float64Array }

export function emptyLoads({ siteCount, groupCount }: Network): Loads {
  return { total: new Float64Array(siteCount), group: new Float64Array(siteCount * groupCount) }
}

/** Adds a block to a site's load, or takes it away with `sign` −1. */
export function addLoad(network: Network, loads: Loads, block: number, site: number, sign: 1 | -1): void {
  const { groupCount, groupPupils, blocks } = network
  loads.total[site] = (loads.total[site] ?? 0) + sign * (blocks[block]?.pupils ?? 0)
  for (let group = 0; group < groupCount; group++) {
    const at = site * groupCount + group
    loads.group[at] = (loads.group[at] ?? 0) + sign * (groupPupils[block * groupCount + group] ?? 0)
  }
}

/** Pupils too many or too few at an open site; 0 when it keeps its rules. */
export function violation(network: Network, loads: Loads, site: number): number {
  const { groupCount, capacity, minimum, groupCapacity, groupMinimum } = network
  const load = loads.total[site] ?? 0
  let sum = over(load - (capacity[site] ?? 0)) + over((minimum[site] ?? 0) - load)
  for (let group = 0; group < groupCount; group++) {
    const at = site * groupCount + group
    const part = loads.group[at] ?? 0
    sum += over(part - (groupCapacity[at] ?? 0))
    if (part > ROUNDING) sum += over((groupMinimum[at] ?? 0) - part)
  }
  return sum
}

/** Sums of pupils may miss their limit by as much. */
export const ROUNDING = 1e-7

function over(excess: number): number {
  return excess > ROUNDING ? excess : 0
}

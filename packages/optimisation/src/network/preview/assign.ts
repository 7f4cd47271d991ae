import type { Network } from '../model/network.ts'
import { exchangeAll, type Search, shiftAll } from './improve.ts'
import { addLoad, emptyLoads, type Loads, violation } from './loads.ts'

/** A site for each block, what it costs without fairness terms, and by how many pupils rules are broken. */
export type Assignment = { siteOf: Int32Array; cost: number; violated: number }

/** Passes of improvement. Most need three or four; more are of use only where room is short everywhere. */
const MOST_PASSES = 12

/**
 * Assigns blocks to open sites: first everyone where the loss of going elsewhere is greatest, then shifts and
 * exchanges while fewer pupils are beyond a limit or, of as many, costs go down.
 *
 * Deterministic: ties go to the lower index. Blocks that no open site may take make `violated` infinite.
 *
 * @param isOpen one flag a site
 */
export function assignBlocks(network: Network, isOpen: Uint8Array): Assignment {
  const { blocks, siteCount, cost } = network
  const loads = emptyLoads(network)
  const siteOf = new Int32Array(blocks.length).fill(-1)
  const open = [...isOpen.keys()].filter((site) => isOpen[site] === 1)
  const choices = blocks.map((block, b) => {
    const mayGo = block.stays && isOpen[block.present] === 1 ? [block.present] : open
    return mayGo.filter((site) => cost[b * siteCount + site]! < Infinity)
  })
  if (choices.some((each) => each.length === 0)) return { siteOf, cost: Infinity, violated: Infinity }
  for (const b of byRegret(network, choices)) {
    const site = cheapestWithRoom(network, loads, b, choices[b]!)
    siteOf[b] = site
    addLoad(network, loads, b, site, 1)
  }
  const search: Search = { network, loads, siteOf, choices, open }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const shifted = shiftAll(search)
    const exchanged = exchangeAll(search)
    if (!shifted && !exchanged) break
  }
  let sum = 0
  siteOf.forEach((site, b) => {
    sum += cost[b * siteCount + site]!
  })
  return { siteOf, cost: sum, violated: open.reduce((all, site) => all + violation(network, loads, site), 0) }
}

function byRegret({ blocks, siteCount, cost }: Network, choices: readonly (readonly number[])[]): number[] {
  const regret = blocks.map((block, b) => {
    let best = Infinity
    let second = Infinity
    for (const site of choices[b]!) {
      const value = cost[b * siteCount + site]!
      if (value < best) {
        second = best
        best = value
      } else if (value < second) second = value
    }
    return (second - best) / block.pupils
  })
  return blocks.map((_, b) => b).sort((one, other) => compare(regret[other], regret[one]) || one - other)
}

function compare(left = 0, right = 0): number {
  return left === right ? 0 : left < right ? -1 : 1
}

function cheapestWithRoom(network: Network, loads: Loads, b: number, sites: readonly number[]): number {
  const { blocks, siteCount, cost, capacity, groupCapacity, groupCount } = network
  const { pupils, group } = blocks[b]!
  let best = -1
  let bestWithRoom = -1
  const costAt = (site: number) => (site < 0 ? Infinity : cost[b * siteCount + site]!)
  for (const site of sites) {
    if (costAt(site) < costAt(best)) best = site
    const at = site * groupCount + group
    const hasRoom =
      loads.total[site]! + pupils <= capacity[site]! &&
      (group < 0 || loads.group[at]! + pupils <= groupCapacity[at]!)
    if (hasRoom && costAt(site) < costAt(bestWithRoom)) bestWithRoom = site
  }
  return bestWithRoom >= 0 ? bestWithRoom : best
}

import type { Network } from '../model/network.ts'
import { assignBlocks } from './assign.ts'

/** A choice of open sites with its assignment. `cost` is the whole objective; a plan only when `violated` is 0. */
export type Candidate = {
  isOpen: Uint8Array
  siteOf: Int32Array
  cost: number
  violated: number
  /** Cost with broken rules at their price: what the search compares. */
  merit: number
}

/** The best assignment found for a choice of open sites. */
export function evaluateOpen(network: Network, isOpen: Uint8Array): Candidate {
  const { siteOf, cost, violated } = assignBlocks(network, isOpen)
  const missing = countMissing(network, isOpen)
  const whole = cost < Infinity ? cost + siteCosts(network, isOpen) + fairnessCost(network, siteOf) : Infinity
  const broken = violated + missing
  return {
    isOpen: isOpen.slice(),
    siteOf,
    cost: whole,
    violated: broken,
    merit: broken > 0 ? whole + priceOfViolation(network) * broken : whole,
  }
}

/** A pupil over a limit costs more than the dearest way of any pupil. */
function priceOfViolation({ blocks, siteCount, cost }: Network): number {
  let most = 1
  blocks.forEach(({ pupils }, b) => {
    for (let site = 0; site < siteCount; site++) {
      const value = (cost[b * siteCount + site] ?? 0) / pupils
      if (value < Infinity && value > most) most = value
    }
  })
  return 3 * most
}

/** Sites open too many or too few, or against their status. */
function countMissing({ mustOpen, mustClose, openAtMost, openAtLeast }: Network, isOpen: Uint8Array): number {
  let open = 0
  let wrong = 0
  isOpen.forEach((flag, site) => {
    open += flag
    if ((flag === 1 && mustClose[site] === 1) || (flag === 0 && mustOpen[site] === 1)) wrong++
  })
  return wrong + Math.max(0, open - openAtMost) + Math.max(0, openAtLeast - open)
}

function siteCosts({ runningCost }: Network, isOpen: Uint8Array): number {
  return runningCost.reduce((sum, cost, site) => sum + (isOpen[site] === 1 ? cost : 0), 0)
}

/** The terms of fairness that are not sums over blocks. */
export function fairnessCost(network: Network, siteOf: Int32Array): number {
  const { problem, blocks, siteCount, longest } = network
  const { longest: longestWeight = 0, worstArea = 0 } = problem.fairness ?? {}
  let cost = 0
  if (longestWeight > 0) {
    const ways = blocks.map((_, b) => longest[b * siteCount + (siteOf[b] ?? 0)] ?? 0)
    cost += longestWeight * ways.reduce((most, way) => Math.max(most, way), 0)
  }
  if (worstArea > 0) {
    const means = areaMinutes(network).map(({ ways, pupils }) => {
      const sum = ways.reduce((all, { unit, block, pupils: count }) => {
        return all + count * (problem.travel[unit * siteCount + (siteOf[block] ?? 0)] ?? 0)
      }, 0)
      return sum / pupils
    })
    cost += worstArea * means.reduce((most, mean) => Math.max(most, mean), 0)
  }
  return cost
}

/** The units of each area, with the block they move in. */
export function areaMinutes({ problem, blocks }: Network) {
  const areas = new Map<string, { pupils: number; ways: { unit: number; block: number; pupils: number }[] }>()
  blocks.forEach(({ units }, block) => {
    for (const unit of units) {
      const { area, pupils = 0 } = problem.units[unit] ?? {}
      if (area === undefined) continue
      const found = areas.get(area) ?? { pupils: 0, ways: [] }
      found.pupils += pupils
      found.ways.push({ unit, block, pupils })
      areas.set(area, found)
    }
  })
  return [...areas.values()]
}

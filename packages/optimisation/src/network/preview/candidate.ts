import { fairnessCost } from '../model/fairness.ts'
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
  const fairness = () => fairnessCost(network, (b) => [[siteOf[b]!, 1]])
  const whole = cost < Infinity ? cost + siteCosts(network, isOpen) + fairness() : Infinity
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
      const value = cost[b * siteCount + site]! / pupils
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

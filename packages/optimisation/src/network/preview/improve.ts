import type { Network } from '../model/network.ts'
import { addLoad, type Loads, violation } from './loads.ts'

/** An assignment under improvement: `choices` are the sites that each block may go to. */
export type Search = {
  network: Network
  loads: Loads
  siteOf: Int32Array
  choices: readonly (readonly number[])[]
  open: readonly number[]
}

/** Sends each block elsewhere where that gains; says whether anything did. */
export function shiftAll(search: Search): boolean {
  const { siteOf, choices } = search
  let improved = false
  for (let b = 0; b < siteOf.length; b++) {
    for (const site of choices[b]!) {
      if (site !== siteOf[b] && tryMove(search, b, site, -1)) improved = true
    }
  }
  return improved
}

/** Exchanges a block that would rather be elsewhere, or is one too many, with each block that is there. */
export function exchangeAll(search: Search): boolean {
  const { network, siteOf, choices, open, loads } = search
  const members = new Map<number, number[]>(open.map((site) => [site, []]))
  siteOf.forEach((site, b) => {
    members.get(site)?.push(b)
  })
  let improved = false
  for (let b = 0; b < siteOf.length; b++) {
    for (const site of choices[b]!) {
      const from = siteOf[b]!
      if (site === from) continue
      if (costAt(network, b, site) >= costAt(network, b, from) && violation(network, loads, from) === 0)
        continue
      const other = (members.get(site) ?? []).find(
        (each) => siteOf[each] === site && choices[each]!.includes(from) && tryMove(search, b, site, each),
      )
      if (other === undefined) continue
      improved = true
      break
    }
  }
  return improved
}

function costAt({ cost, siteCount }: Network, b: number, site: number): number {
  return cost[b * siteCount + site]!
}

/** Gains of less are rounding. */
const LEAST_GAIN = 1e-7

/**
 * Sends a block to a site, and `other` (−1: nobody) back, when rules are then broken by fewer pupils or, by as many,
 * at less cost.
 */
function tryMove(search: Search, b: number, site: number, other: number): boolean {
  const { network, loads, siteOf } = search
  const from = siteOf[b]!
  let gain = costAt(network, b, from) - costAt(network, b, site)
  if (other >= 0) gain += costAt(network, other, site) - costAt(network, other, from)
  const broken = () => violation(network, loads, from) + violation(network, loads, site)
  const before = broken()
  if (before === 0 && gain <= LEAST_GAIN) return false
  exchange(search, b, from, site, other)
  const fewer = before - broken()
  if (fewer > LEAST_GAIN || (fewer > -LEAST_GAIN && gain > LEAST_GAIN)) return true
  exchange(search, b, site, from, other)
  return false
}

function exchange(search: Search, b: number, from: number, to: number, other: number): void {
  place(search, b, from, to)
  if (other >= 0) place(search, other, to, from)
}

function place({ network, loads, siteOf }: Search, b: number, from: number, to: number): void {
  addLoad(network, loads, b, from, -1)
  siteOf[b] = to
  addLoad(network, loads, b, to, 1)
}

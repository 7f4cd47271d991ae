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
    for (const site of choices[b] ?? []) {
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
    for (const site of choices[b] ?? []) {
      const from = siteOf[b] ?? -1
      if (site === from) continue
      if (costAt(network, b, site) >= costAt(network, b, from) && violation(network, loads, from) === 0)
        continue
      const other = (members.get(site) ?? []).find(
        (each) => siteOf[each] === site && mayGo(search, each, from) && tryMove(search, b, site, each),
      )
      if (other === undefined) continue
      improved = true
      break
    }
  }
  return improved
}

function mayGo({ network, choices }: Search, b: number, site: number): boolean {
  const isHeld = network.blocks[b]?.stays === true && choices[b]?.length === 1
  return !isHeld && costAt(network, b, site) < Number.POSITIVE_INFINITY
}

function costAt({ cost, siteCount }: Network, b: number, site: number): number {
  return cost[b * siteCount + site] ?? Number.POSITIVE_INFINITY
}

/** Sends a block to a site, and `other` (−1: nobody) back, when rules are then broken by fewer pupils or, by as many, at less cost. */
function tryMove(search: Search, b: number, site: number, other: number): boolean {
  const { network, loads, siteOf } = search
  const from = siteOf[b] ?? -1
  let gain = costAt(network, b, from) - costAt(network, b, site)
  if (other >= 0) gain += costAt(network, other, site) - costAt(network, other, from)
  const before = violation(network, loads, from) + violation(network, loads, site)
  if (before === 0 && (gain <= 1e-7 || isOverfull(search, b, site, other, from))) return false
  if (gain <= 1e-7 && isAlike(search, b, other)) return false
  place(search, b, from, site)
  if (other >= 0) place(search, other, site, from)
  const after = violation(network, loads, from) + violation(network, loads, site)
  if (after < before - 1e-7 || (after < before + 1e-7 && gain > 1e-7)) return true
  place(search, b, site, from)
  if (other >= 0) place(search, other, from, site)
  return false
}

function isOverfull(
  { network, loads }: Search,
  b: number,
  site: number,
  other: number,
  from: number,
): boolean {
  const { blocks, capacity } = network
  const more = (blocks[b]?.pupils ?? 0) - (blocks[other]?.pupils ?? 0)
  const target = more > 0 ? site : from
  return (loads.total[target] ?? 0) + Math.abs(more) > (capacity[target] ?? 0) + 1e-7
}

/** Whether an exchange changes no load: blocks of the same size and grade group. */
function isAlike({ network }: Search, b: number, other: number): boolean {
  const one = network.blocks[b]
  const two = network.blocks[other]
  return one !== undefined && one.pupils === two?.pupils && one.group === two.group && one.group >= 0
}

function place({ network, loads, siteOf }: Search, b: number, from: number, to: number): void {
  addLoad(network, loads, b, from, -1)
  siteOf[b] = to
  addLoad(network, loads, b, to, 1)
}

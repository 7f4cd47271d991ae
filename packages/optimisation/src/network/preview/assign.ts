import type { Network } from '../model/network.ts'
import { addLoad, emptyLoads, type Loads, violation } from './loads.ts'

/** A site for each block, what it costs without fairness terms, and by how many pupils rules are broken. */
export type Assignment = { siteOf: Int32Array; cost: number; violated: number }

/** Passes of improvement; a bound against cycling by rounding, hardly ever reached. */
const MOST_PASSES = 60

/**
 * Assigns blocks to open sites: first everyone where the loss of going elsewhere is greatest, then shifts and
 * exchanges while pupils beyond a limit, at a price above any way, and costs go down.
 *
 * Deterministic: ties go to the lower index. Blocks that no open site may take make `violated` infinite.
 *
 * @param isOpen one flag a site
 */
export function assignBlocks(network: Network, isOpen: Uint8Array): Assignment {
  const { blocks, siteCount, cost } = network
  const price = priceOfViolation(network)
  const loads = emptyLoads(network)
  const siteOf = new Int32Array(blocks.length).fill(-1)
  const open = [...isOpen.keys()].filter((site) => isOpen[site] === 1)
  const choices = blocks.map((block, b) => {
    const mayGo = block.stays && isOpen[block.present] === 1 ? [block.present] : open
    return mayGo.filter((site) => (cost[b * siteCount + site] ?? Infinity) < Infinity)
  })
  if (choices.some((each) => each.length === 0)) return { siteOf, cost: Infinity, violated: Infinity }
  for (const b of byRegret(network, choices)) {
    const site = cheapestWithRoom(network, loads, b, choices[b] ?? [])
    siteOf[b] = site
    addLoad(network, loads, b, site, 1)
  }
  const search: Search = { network, loads, siteOf, choices, price, open }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const shifted = shiftAll(search)
    const exchanged = exchangeAll(search)
    if (!shifted && !exchanged) break
  }
  let sum = 0
  siteOf.forEach((site, b) => {
    sum += cost[b * siteCount + site] ?? 0
  })
  return { siteOf, cost: sum, violated: open.reduce((all, site) => all + violation(network, loads, site), 0) }
}

type Search = {
  network: Network
  loads: Loads
  siteOf: Int32Array
  choices: readonly (readonly number[])[]
  price: number
  open: readonly number[]
}

/** A pupil over a limit costs more than the dearest way of any pupil. */
export function priceOfViolation({ blocks, siteCount, cost }: Network): number {
  let most = 1
  blocks.forEach(({ pupils }, b) => {
    for (let site = 0; site < siteCount; site++) {
      const value = (cost[b * siteCount + site] ?? 0) / pupils
      if (value < Infinity && value > most) most = value
    }
  })
  return 3 * most
}

function byRegret({ blocks, siteCount, cost }: Network, choices: readonly (readonly number[])[]): number[] {
  const regret = blocks.map((block, b) => {
    let best = Infinity
    let second = Infinity
    for (const site of choices[b] ?? []) {
      const value = cost[b * siteCount + site] ?? Infinity
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
  const { pupils = 0, group = -1 } = blocks[b] ?? {}
  let best = -1
  let bestWithRoom = -1
  const costAt = (site: number) => (site < 0 ? Infinity : (cost[b * siteCount + site] ?? Infinity))
  for (const site of sites) {
    if (costAt(site) < costAt(best)) best = site
    const at = site * groupCount + group
    const hasRoom =
      (loads.total[site] ?? 0) + pupils <= (capacity[site] ?? 0) &&
      (group < 0 || (loads.group[at] ?? 0) + pupils <= (groupCapacity[at] ?? 0))
    if (hasRoom && costAt(site) < costAt(bestWithRoom)) bestWithRoom = site
  }
  return bestWithRoom >= 0 ? bestWithRoom : best
}

function shiftAll(search: Search): boolean {
  const { network, siteOf, choices, loads } = search
  const { siteCount, cost } = network
  let improved = false
  for (let b = 0; b < siteOf.length; b++) {
    for (const site of choices[b] ?? []) {
      const from = siteOf[b] ?? -1
      const isCheaper = (cost[b * siteCount + site] ?? 0) < (cost[b * siteCount + from] ?? 0)
      const isOfUse = isCheaper || violation(network, loads, from) > 0 || violation(network, loads, site) > 0
      if (site === from || !isOfUse) continue
      if (tryMoves(search, [[b, site]], network)) improved = true
    }
  }
  return improved
}

/** Exchanges a block that would rather be elsewhere, or is one too many, with each block that is there. */
function exchangeAll(search: Search): boolean {
  const { network, siteOf, choices, open, loads } = search
  const { siteCount, cost } = network
  const members = new Map<number, number[]>(open.map((site) => [site, []]))
  siteOf.forEach((site, b) => {
    members.get(site)?.push(b)
  })
  let improved = false
  for (let b = 0; b < siteOf.length; b++) {
    for (const site of choices[b] ?? []) {
      const from = siteOf[b] ?? -1
      const isCheaper = (cost[b * siteCount + site] ?? 0) < (cost[b * siteCount + from] ?? 0)
      if (site === from || !(isCheaper || violation(network, loads, from) > 0)) continue
      for (const other of members.get(site) ?? []) {
        if (siteOf[other] !== site || !(choices[other] ?? []).includes(from)) continue
        if (
          tryMoves(
            search,
            [
              [b, site],
              [other, from],
            ],
            network,
          )
        ) {
          improved = true
          break
        }
      }
      if (siteOf[b] !== from) break
    }
  }
  return improved
}

/** Makes moves and keeps them when cost and price of violations go down together. */
function tryMoves(
  { loads, siteOf, price }: Search,
  moves: readonly (readonly [block: number, site: number])[],
  network: Network,
): boolean {
  const { siteCount, cost } = network
  const back = moves.map(([b]) => [b, siteOf[b] ?? 0] as const)
  let gain = 0
  for (const [b, site] of moves) {
    gain += (cost[b * siteCount + (siteOf[b] ?? 0)] ?? 0) - (cost[b * siteCount + site] ?? 0)
  }
  const touched = new Set(moves.flatMap(([b, site]) => [siteOf[b] ?? 0, site]))
  for (const site of touched) gain += price * violation(network, loads, site)
  move(network, loads, siteOf, moves)
  for (const site of touched) gain -= price * violation(network, loads, site)
  if (gain > 1e-7) return true
  move(network, loads, siteOf, back)
  return false
}

function move(
  network: Network,
  loads: Loads,
  siteOf: Int32Array,
  moves: readonly (readonly [block: number, site: number])[],
): void {
  for (const [b, site] of moves) {
    addLoad(network, loads, b, siteOf[b] ?? 0, -1)
    siteOf[b] = site
    addLoad(network, loads, b, site, 1)
  }
}

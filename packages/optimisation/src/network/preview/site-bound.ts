import type { Network } from '../model/network.ts'
import { ROUNDING } from './loads.ts'

/** What a site would take at given prices of blocks. All arrays have one place a block. */
export type SiteBound = {
  /** The least that opening the site can cost at these prices; Infinity when it can never reach its minimum. */
  value: number
  /** Share of each block taken. */
  taken: Float64Array
  /** The least by which costs rise when a block not taken is sent here. */
  reduced: Float64Array
}

type Item = { b: number; reduced: number; pupils: number; group: number; rate: number }

/**
 * Cheapest load of one site when each block pays its price: a knapsack with shares, between minimum and capacity,
 * with room by grade band. The value is that of its dual, so it is a bound however the load was chosen.
 *
 * @param prices what is saved elsewhere when a block comes here
 * @param into arrays to reuse
 */
export function boundSite(network: Network, site: number, prices: Float64Array, into: SiteBound): SiteBound {
  const { blocks, siteCount, cost, capacity, minimum, groupCapacity, groupCount, runningCost } = network
  const { taken, reduced } = into
  taken.fill(0)
  let fixed = runningCost[site]!
  let room = capacity[site]!
  let needed = minimum[site]!
  const groupRoom = groupCapacity.slice(site * groupCount, (site + 1) * groupCount)
  const wanted: Item[] = []
  const unwanted: Item[] = []
  for (let b = 0; b < blocks.length; b++) {
    const value = cost[b * siteCount + site]! - prices[b]!
    reduced[b] = value
    if (value === Number.POSITIVE_INFINITY) continue
    const { pupils, group, stays, present } = blocks[b]!
    if (stays && present === site) {
      fixed += value
      room -= pupils
      needed -= pupils
      if (group >= 0) groupRoom[group]! -= pupils
      taken[b] = 1
      continue
    }
    const item = { b, reduced: value, pupils, group, rate: value / pupils }
    if (value < 0) wanted.push(item)
    else if (needed > 0) unwanted.push(item)
  }
  if (room < -ROUNDING) return { value: Number.POSITIVE_INFINITY, taken, reduced }
  const duals = fill(wanted, unwanted, room, needed, groupRoom, taken)
  if (!duals) return { value: Number.POSITIVE_INFINITY, taken, reduced }
  return { value: fixed + dualValue(network, site, duals, room, needed, groupRoom, reduced), taken, reduced }
}

/** Price of a pupil's place: positive where room is short, negative where pupils are. */
type Duals = { place: number; groupPlace: Float64Array }

function fill(
  wanted: Item[],
  unwanted: Item[],
  room: number,
  needed: number,
  groupRoom: Float64Array,
  taken: Float64Array,
): Duals | undefined {
  const groupPlace = new Float64Array(groupRoom.length)
  const groupLeft = groupRoom.map((each) => Math.max(0, each))
  let place = 0
  let left = room
  const groupRate = new Float64Array(groupRoom.length)
  for (const item of wanted.sort(byRate)) {
    if (left <= 0) break
    const inGroup = item.group < 0 ? Number.POSITIVE_INFINITY : groupLeft[item.group]!
    const part = Math.min(item.pupils, left, inGroup)
    if (part < item.pupils && part === inGroup && groupRate[item.group] === 0)
      groupRate[item.group] = item.rate
    if (part < item.pupils && part === left) place = -item.rate
    take(item, part, taken, groupLeft)
    left -= part
  }
  let short = needed - (room - left)
  if (short > 0 && place === 0) {
    for (const item of unwanted.sort(byRate)) {
      if (short <= 0) break
      const inGroup = item.group < 0 ? Number.POSITIVE_INFINITY : groupLeft[item.group]!
      const part = Math.min(item.pupils, short, inGroup)
      if (part <= 0) continue
      place = -item.rate
      take(item, part, taken, groupLeft)
      short -= part
    }
    if (short > ROUNDING) return undefined
  } else if (short > ROUNDING) return undefined
  groupRate.forEach((rate, group) => {
    if (rate < 0) groupPlace[group] = Math.max(0, -rate - place)
  })
  return { place, groupPlace }
}

function take({ b, pupils, group }: Item, part: number, taken: Float64Array, groupLeft: Float64Array): void {
  taken[b] = part / pupils
  if (group >= 0) groupLeft[group]! -= part
}

function byRate(one: Item, other: Item): number {
  return one.rate - other.rate || one.b - other.b
}

/** Weak duality: right for any duals, tight for those of the best load. Turns `reduced` into reduced costs. */
function dualValue(
  { blocks }: Network,
  site: number,
  { place, groupPlace }: Duals,
  room: number,
  needed: number,
  groupRoom: Float64Array,
  reduced: Float64Array,
): number {
  let value = place > 0 ? -place * room : -place * Math.max(0, needed)
  groupPlace.forEach((price, group) => {
    if (price > 0) value -= price * groupRoom[group]!
  })
  for (let b = 0; b < blocks.length; b++) {
    const { pupils, group, stays, present } = blocks[b]!
    const cost = reduced[b]!
    if (cost === Number.POSITIVE_INFINITY) continue
    if (stays && present === site) {
      reduced[b] = 0
      continue
    }
    const after = cost + (place + (group < 0 ? 0 : groupPlace[group]!)) * pupils
    if (after < 0) value += after
    reduced[b] = Math.max(0, after)
  }
  return value
}

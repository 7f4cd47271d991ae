import { areasOf } from '../model/fairness.ts'
import type { Network } from '../model/network.ts'
import { boundSite } from './site-bound.ts'

/** A proven lower bound and what it says about each choice. */
export type LagrangeBound = {
  /** No plan costs less; Infinity when no plan exists. */
  bound: number
  /** Sites that the best prices would open. */
  isOpen: Uint8Array
  /** `blocks × sites`: a plan that sends the block there costs at least `bound` plus this. */
  rise: Float64Array
  /** Prices of blocks, to go on from. */
  prices: Float64Array
  iterations: number
}

/** How long to look, where to aim, what to start from, and whom to tell of each better choice of sites. */
export type LagrangeOptions = {
  iterations: number
  target?: number
  prices?: Float64Array
  onBetter?: (isOpen: Uint8Array) => number | undefined
}

/**
 * Lower bound by Lagrangian relaxation: everyone's need of a place gets a price, each site then decides alone, and
 * the prices are moved by subgradient steps of Polyak towards the target.
 *
 * It looks at all sites of all blocks, so it also tells which of them can be left out of the exact model.
 *
 * @see Beasley (1988), EJOR 33:314; Held, Wolfe & Crowder (1974), Mathematical Programming 6:62
 */
export function lagrangeBound(network: Network, options: LagrangeOptions): LagrangeBound {
  const { blocks, siteCount } = network
  const prices = options.prices?.slice() ?? startPrices(network)
  const direction = new Float64Array(blocks.length)
  const round = newRound(network)
  const best = {
    bound: Number.NEGATIVE_INFINITY,
    isOpen: new Uint8Array(siteCount),
    rise: round.rise.slice(),
    prices,
  }
  const offset = unavoidableUnfairness(network)
  let target = options.target ?? Number.POSITIVE_INFINITY
  let stride = 1.2
  let stale = 0
  let iterations = 0
  while (iterations < options.iterations) {
    iterations++
    const bound = offset + relax(network, prices, round)
    if (bound === Number.POSITIVE_INFINITY) return { ...best, bound, iterations }
    if (bound > best.bound + 1e-9 * Math.abs(bound)) {
      best.bound = bound
      best.isOpen = round.isOpen.slice()
      best.rise.set(round.rise)
      best.prices = prices.slice()
      stale = 0
    } else stale++
    if (iterations % 10 === 1) target = Math.min(target, options.onBetter?.(round.isOpen) ?? target)
    if (stale > 8) {
      stride *= 0.6
      stale = 0
      prices.set(best.prices)
      direction.fill(0)
    }
    if (stride < 1e-3) break
    const aim = target < Infinity ? target : best.bound + 0.1 * Math.abs(best.bound) + 1
    if (aim - best.bound <= 1e-9 * Math.abs(aim)) break
    let length = 0
    for (let b = 0; b < blocks.length; b++) {
      direction[b] = 0.3 * direction[b]! + 1 - round.taken[b]!
      length += direction[b]! ** 2
    }
    if (length < 1e-12) break
    const step = (stride * Math.max(aim - bound, 1e-9)) / length
    for (let b = 0; b < blocks.length; b++) prices[b]! += step * direction[b]!
  }
  return { ...best, iterations }
}

type Round = {
  taken: Float64Array
  isOpen: Uint8Array
  rise: Float64Array
  values: Float64Array
  shares: Float64Array[]
  reduced: Float64Array
}

function newRound({ blocks, siteCount }: Network): Round {
  return {
    taken: new Float64Array(blocks.length),
    isOpen: new Uint8Array(siteCount),
    rise: new Float64Array(blocks.length * siteCount),
    values: new Float64Array(siteCount),
    shares: Array.from({ length: siteCount }, () => new Float64Array(blocks.length)),
    reduced: new Float64Array(blocks.length),
  }
}

/** One relaxed problem: fills the round and returns its value. */
function relax(network: Network, prices: Float64Array, round: Round): number {
  const { siteCount, blocks, mustClose } = network
  for (const [site, taken] of round.shares.entries()) {
    const result =
      mustClose[site] === 1
        ? { value: Number.POSITIVE_INFINITY, taken: taken.fill(0), reduced: round.reduced.fill(Infinity) }
        : boundSite(network, site, prices, { value: 0, taken, reduced: round.reduced })
    round.values[site] = result.value
    for (let b = 0; b < blocks.length; b++) round.rise[b * siteCount + site] = result.reduced[b]!
  }
  const { sum, toll } = chooseSites(network, round)
  round.taken.fill(0)
  for (let site = 0; site < siteCount; site++) {
    const opening = round.isOpen[site] === 1 ? 0 : Math.max(0, round.values[site]! + toll)
    for (let b = 0; b < blocks.length; b++) {
      const at = b * siteCount + site
      round.rise[at]! += opening
      if (round.isOpen[site] === 1) round.taken[b]! += round.shares[site]![b]!
    }
  }
  return sum + prices.reduce((total, price) => total + price, 0)
}

/** Opens the sites that gain, as many as allowed; `toll` is the price of the rule on their number. */
function chooseSites(network: Network, { values, isOpen }: Round): { sum: number; toll: number } {
  const { mustOpen, openAtMost, openAtLeast } = network
  isOpen.set(mustOpen)
  let open = 0
  let sum = 0
  mustOpen.forEach((flag, site) => {
    open += flag
    if (flag === 1) sum += values[site]!
  })
  const free = [...values.keys()]
    .filter((site) => mustOpen[site] === 0 && values[site]! < Infinity)
    .sort((one, other) => values[one]! - values[other]! || one - other)
  const gaining = free.filter((site) => values[site]! < 0).length
  const count = Math.min(Math.max(gaining, openAtLeast - open), openAtMost - open)
  if (count < 0 || count > free.length) return { sum: Number.POSITIVE_INFINITY, toll: 0 }
  for (const site of free.slice(0, count)) {
    isOpen[site] = 1
    sum += values[site]!
  }
  if (count < gaining) return { sum, toll: -values[free[count]!]! }
  if (count > gaining) return { sum, toll: -values[free[count - 1]!]! }
  return { sum, toll: 0 }
}

/** The cheapest site and a part of the way to the next: near the prices that win. */
function startPrices({ blocks, siteCount, cost }: Network): Float64Array {
  return Float64Array.from(blocks, (_, b) => {
    const row = [...cost.subarray(b * siteCount, (b + 1) * siteCount)].sort((one, other) => one - other)
    const [first = 0, second = Infinity] = row
    if (first === Number.POSITIVE_INFINITY) return 0
    return second < Infinity ? 0.5 * (first + second) : first
  })
}

/** What the terms of fairness cost even if everyone went to the site best for these terms. */
function unavoidableUnfairness(network: Network): number {
  const { problem, blocks, siteCount, cost, longest } = network
  const { longest: longestWeight = 0, worstArea = 0 } = problem.fairness ?? {}
  const least = (b: number, value: (at: number) => number) => {
    let smallest = Number.POSITIVE_INFINITY
    for (let at = b * siteCount; at < (b + 1) * siteCount; at++) {
      if (cost[at]! < Infinity) smallest = Math.min(smallest, value(at))
    }
    return smallest === Number.POSITIVE_INFINITY ? 0 : smallest
  }
  let sum = 0
  if (longestWeight > 0) {
    sum +=
      longestWeight *
      blocks.reduce(
        (most, _, b) =>
          Math.max(
            most,
            least(b, (at) => longest[at]!),
          ),
        0,
      )
  }
  if (worstArea > 0) {
    const means = areasOf(network).map(({ ways, pupils }) => {
      const total = ways.reduce((all, { unit, block, pupils: count }) => {
        return all + count * least(block, (at) => problem.travel[unit * siteCount + (at % siteCount)]!)
      }, 0)
      return total / pupils
    })
    sum += worstArea * means.reduce((most, mean) => Math.max(most, mean), 0)
  }
  return sum
}

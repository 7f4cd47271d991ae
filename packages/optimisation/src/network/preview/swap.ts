import type { Network } from '../model/network.ts'
import { type Candidate, evaluateOpen } from './candidate.ts'

/** Of the moves that look best without capacities, so many are assigned in full each round. */
const TRIED_A_ROUND = 12

/**
 * Improves a choice of open sites by closing one, opening one, or one for another, until nothing is gained.
 *
 * Each round ranks all such moves by their cost without capacities, which takes one look at each block, and assigns
 * the best-looking ones in full.
 *
 * @param evaluations how many full assignments may be made: the limit of time, without a clock
 * @see Teitz & Bart (1968), Operations Research 16:955, for the exchange
 */
export function improveBySwaps(network: Network, start: Candidate, evaluations: number): Candidate {
  let best = start
  let left = evaluations
  while (left > 0) {
    const moves = rankMoves(network, best.isOpen).slice(0, Math.min(TRIED_A_ROUND, left))
    const before = best
    for (const { isOpen } of moves) {
      const tried = evaluateOpen(network, isOpen())
      left--
      if (tried.merit < before.merit - 1e-7 && tried.merit < best.merit) best = tried
      if (best !== before && best.violated === 0) break
    }
    if (best === before) break
  }
  return best
}

type Move = { estimate: number; isOpen: () => Uint8Array }

function rankMoves(network: Network, isOpen: Uint8Array): Move[] {
  const { siteCount, mustOpen, mustClose, openAtMost, openAtLeast, runningCost } = network
  const sites = Array.from({ length: siteCount }, (_, site) => site)
  const open = sites.filter((site) => isOpen[site] === 1)
  const mayClose = open.filter((site) => mustOpen[site] === 0)
  const mayOpen = sites.filter((site) => isOpen[site] === 0 && mustClose[site] === 0)
  const nearest = nearestOpen(network, isOpen)
  const moves: Move[] = []
  const consider = (out: number, into: number) => {
    const running = (into < 0 ? 0 : runningCost[into]!) - (out < 0 ? 0 : runningCost[out]!)
    const estimate = running + estimateMove(network, isOpen, nearest, out, into)
    moves.push({
      estimate,
      isOpen: () => {
        const next = isOpen.slice()
        if (out >= 0) next[out] = 0
        if (into >= 0) next[into] = 1
        return next
      },
    })
  }
  if (open.length > openAtLeast) for (const out of mayClose) consider(out, -1)
  if (open.length < openAtMost) for (const into of mayOpen) consider(-1, into)
  for (const out of mayClose) for (const into of mayOpen) consider(out, into)
  return moves
    .map((move, order) => ({ ...move, order }))
    .sort((a, b) => a.estimate - b.estimate || a.order - b.order)
}

type Nearest = { site: Int32Array; cost: Float64Array; next: Float64Array }

/** The open site that a block would have, and the cost of the next best. */
function nearestOpen({ blocks, siteCount, cost }: Network, isOpen: Uint8Array): Nearest {
  const site = new Int32Array(blocks.length).fill(-1)
  const first = new Float64Array(blocks.length).fill(FAR)
  const next = new Float64Array(blocks.length).fill(FAR)
  blocks.forEach((block, b) => {
    const held = block.stays && isOpen[block.present] === 1 ? block.present : -1
    for (let s = 0; s < siteCount; s++) {
      if (isOpen[s] === 0) continue
      const value = s === held ? -1 : Math.min(FAR, cost[b * siteCount + s]!)
      if (value < first[b]!) {
        next[b] = first[b]!
        first[b] = value
        site[b] = s
      } else if (value < next[b]!) next[b] = value
    }
    if (held >= 0) first[b] = cost[b * siteCount + held]!
  })
  return { site, cost: first, next }
}

/** Stands for "nowhere to go": dear, but two of it still tell more from fewer. */
const FAR = 1e12

function estimateMove(
  { blocks, siteCount, cost }: Network,
  isOpen: Uint8Array,
  nearest: Nearest,
  out: number,
  into: number,
): number {
  let sum = 0
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    const kept = nearest.site[b] === out && out >= 0 ? nearest.next[b]! : nearest.cost[b]!
    const there = into < 0 ? FAR : Math.min(FAR, cost[b * siteCount + into]!)
    if (block?.stays && block.present === into) sum += there
    else if (block?.stays && block.present !== out && isOpen[block.present] === 1) sum += kept
    else sum += Math.min(kept, there)
  }
  return sum
}

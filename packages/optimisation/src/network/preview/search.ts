import type { Network } from '../model/network.ts'
import { type Candidate, evaluateOpen } from './candidate.ts'
import { type LagrangeBound, lagrangeBound } from './lagrange.ts'
import { improveBySwaps } from './swap.ts'

/** The best plan that the quick search found, which may break rules, and a bound that is proven. */
export type Searched = { candidate: Candidate; relaxed: LagrangeBound }

/** How much to search: counts of work and not seconds, so that the same input always gives the same answer. */
export type SearchEffort = {
  /** Choices of open schools to which everyone is assigned in full, by exchange. */
  evaluations: number
  /** Rounds of the bound. */
  iterations: number
}

/** Effort before a search with proof, where a better start saves more than it takes. */
export const EXACT_EFFORT: SearchEffort = { evaluations: 120, iterations: 240 }

/** Bound, swaps from the choice of sites that the bound suggests, then the bound again with a target to aim at. */
export function searchQuickly(network: Network, { evaluations, iterations }: SearchEffort): Searched {
  let best = evaluateOpen(network, startOpen(network))
  const seen = new Set([best.isOpen.join('')])
  const consider = (isOpen: Uint8Array) => {
    const key = isOpen.join('')
    const isHopeless = best.violated === 0 && !hasRoom(network, isOpen)
    if (seen.has(key) || isHopeless) return best.violated === 0 ? best.cost : undefined
    seen.add(key)
    const tried = evaluateOpen(network, isOpen)
    if (tried.merit < best.merit) best = tried
    return best.violated === 0 ? best.cost : undefined
  }
  const first = lagrangeBound(network, { iterations: Math.ceil(iterations / 3), onBetter: consider })
  if (first.bound === Number.POSITIVE_INFINITY) return { candidate: best, relaxed: first }
  consider(first.isOpen)
  best = improveBySwaps(network, best, evaluations)
  const second = lagrangeBound(network, {
    iterations: iterations - first.iterations,
    prices: first.prices,
    onBetter: consider,
    ...(best.violated === 0 ? { target: best.cost } : {}),
  })
  const relaxed = second.bound >= first.bound ? second : first
  const last = evaluateOpen(network, relaxed.isOpen)
  if (last.merit < best.merit) best = improveBySwaps(network, last, Math.ceil(evaluations / 4))
  return { candidate: best, relaxed }
}

/** Whether the open sites have room and need for everyone, taken together. */
function hasRoom({ blocks, capacity, minimum }: Network, isOpen: Uint8Array): boolean {
  const pupils = blocks.reduce((sum, block) => sum + block.pupils, 0)
  const sum = (of: Float64Array) => of.reduce((all, each, site) => all + (isOpen[site] === 1 ? each : 0), 0)
  return sum(capacity) >= pupils && sum(minimum) <= pupils
}

/** All that may open, the first so many where their number is limited: the search starts somewhere. */
function startOpen({ siteCount, mustOpen, mustClose, openAtMost }: Network): Uint8Array {
  const isOpen = mustOpen.slice()
  let open = isOpen.reduce((sum, flag) => sum + flag, 0)
  for (let site = 0; site < siteCount && open < openAtMost; site++) {
    if (isOpen[site] === 1 || mustClose[site] === 1) continue
    isOpen[site] = 1
    open++
  }
  return isOpen
}

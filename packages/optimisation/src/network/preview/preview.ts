import { checkProblem } from '../model/check.ts'
import { Faults } from '../model/faults.ts'
import { makeNetwork, type Network } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { closeIdle, wholeDecision } from '../report/decision.ts'
import { describePlan, type Plan } from '../report/plan.ts'
import { type Candidate, evaluateOpen } from './candidate.ts'
import { type SearchEffort, searchQuickly } from './search.ts'

/** A plan found quickly. When `violatedPupils` is above 0 it breaks rules and only shows where they pinch. */
export type Preview = {
  plan: Plan | undefined
  /** Pupils over a capacity, short of a minimum, or schools too many or too few; Infinity when someone has no place. */
  violatedPupils: number
  /** No plan costs less than this; Infinity when it is proven that there is none. −Infinity when nothing is known. */
  bound: number
  /** (cost − bound) ÷ cost: by how much a better plan could be cheaper at most. NaN when rules are broken. */
  gap: number
}

/** Effort of a preview; the default is for an answer while the page is still moving. */
export const PREVIEW_EFFORT: SearchEffort = { evaluations: 80, iterations: 150 }

/**
 * Quick plan by exchange of schools with a proven bound, without a solver.
 *
 * Splittable units are kept whole here; the term of fairness for the worst is counted but not searched for unit by
 * unit. Deterministic: work is counted, not timed.
 *
 * @throws RangeError when the problem is not possible or an effort is negative
 */
export function previewPlan(problem: NetworkProblem, effort: Partial<SearchEffort> = {}): Preview {
  checkProblem('previewPlan', problem)
  const faults = new Faults()
  const { evaluations, iterations } = { ...PREVIEW_EFFORT, ...effort }
  faults.limit('evaluations', evaluations)
  faults.limit('iterations', iterations)
  faults.throwAny('previewPlan')
  const network = makeNetwork(problem)
  const { candidate, relaxed } = searchQuickly(network, { evaluations, iterations })
  const { isOpen } = closeIdle(network, wholeDecision(network, candidate.isOpen, candidate.siteOf))
  return describeCandidate(network, { ...candidate, isOpen }, relaxed.bound)
}

/**
 * Who would go where if just these schools were open: the answer to a click on the map.
 *
 * @param open ids of all schools open; statuses and their number in the problem count as rules that may be broken
 * @throws RangeError when the problem is not possible or ids are not of sites
 */
export function assignToOpen(problem: NetworkProblem, open: readonly string[]): Preview {
  checkProblem('assignToOpen', problem)
  const network = makeNetwork(problem)
  const isOpen = new Uint8Array(network.siteCount)
  const faults = new Faults()
  for (const id of open) {
    const site = problem.sites.findIndex((each) => each.id === id)
    if (site < 0) faults.add(`${id} is not a site`)
    else isOpen[site] = 1
  }
  faults.throwAny('assignToOpen')
  return describeCandidate(network, evaluateOpen(network, isOpen), Number.NEGATIVE_INFINITY)
}

function describeCandidate(network: Network, candidate: Candidate, bound: number): Preview {
  const { isOpen, siteOf, violated, cost } = candidate
  const isPlaced = violated < Number.POSITIVE_INFINITY
  return {
    plan: isPlaced ? describePlan(network, wholeDecision(network, isOpen, siteOf)) : undefined,
    violatedPupils: violated,
    bound,
    gap: violated === 0 ? relativeGap(cost, bound) : Number.NaN,
  }
}

/** (cost − bound) ÷ |cost|, 0 when they meet. */
export function relativeGap(cost: number, bound: number): number {
  const difference = cost - bound
  return difference <= 1e-9 * Math.abs(cost) ? 0 : difference / Math.abs(cost)
}

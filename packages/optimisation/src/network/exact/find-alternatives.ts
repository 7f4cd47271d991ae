import { checkProblem } from '../model/check.ts'
import { Faults } from '../model/faults.ts'
import { makeNetwork } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { EXACT_EFFORT, searchQuickly } from '../preview/search.ts'
import { closeIdle } from '../report/decision.ts'
import { describePlan, type Plan } from '../report/plan.ts'
import type { SiteCut } from './exact-model.ts'
import { checkLimits, type SolveOptions, solveSearched } from './solve-network.ts'
import type { Solver } from './solver.ts'

/** What counts as another plan. `seconds` and `nodes` hold for each plan that is looked for. */
export type AlternativeOptions = Omit<SolveOptions, 'without'> & {
  /** Plans looked for, the best included; 3 by default. */
  count?: number
  /** Share by which they may cost more than the best; 0.05 by default. */
  within?: number
  /** Schools by which the sets of open schools differ at least; 1 by default. */
  differBy?: number
}

/** Plans nearly as good as the best, the best first. */
export type Alternatives = {
  plans: readonly Plan[]
  /** True when it is proven that no further plan is within the share and the difference asked, or `count` was reached. */
  isComplete: boolean
  /** No plan at all costs less. */
  bound: number
}

/**
 * Near-optimal plans that open other schools: a choice for those who decide by what no model knows.
 *
 * Each plan found is cut off together with all whose schools differ in fewer than `differBy`, and the next best is
 * looked for; ways that the bound proves too dear for the share asked stay out.
 *
 * @throws RangeError when the problem is not possible or an option is out of range
 */
export function findAlternatives(
  problem: NetworkProblem,
  solver: Solver,
  options: AlternativeOptions = {},
): Alternatives {
  checkProblem('findAlternatives', problem)
  const { count = 3, within = 0.05, differBy = 1 } = options
  const faults = new Faults()
  faults.limit('within', within)
  for (const [name, value] of Object.entries({ count, differBy })) {
    if (!(Number.isInteger(value) && value >= 1)) faults.add(`${name} is ${value}`)
  }
  faults.throwAny('findAlternatives')
  const limits = checkLimits('findAlternatives', options)
  const network = makeNetwork(problem)
  const searched = searchQuickly(network, EXACT_EFFORT)
  const plans: Plan[] = []
  const cuts: SiteCut[] = []
  let bound = searched.relaxed.bound
  let most = Number.POSITIVE_INFINITY
  while (plans.length < count) {
    const ceiling = most === Number.POSITIVE_INFINITY ? {} : { ceiling: most }
    const solved = solveSearched(network, solver, searched, limits, { ...ceiling, cuts })
    if (plans.length === 0) bound = solved.bound
    const { decision, cost, ending } = solved
    if (!decision || cost > most) return inOrder(plans, isProof(ending, solved.bound, most), bound)
    if (plans.length === 0) most = cost + within * Math.abs(cost)
    const tidy = closeIdle(network, decision)
    const chosen = cuts.every((cut) => keepsCut(cut, tidy.isOpen)) ? tidy : decision
    plans.push(describePlan(network, chosen))
    cuts.push(cutOff(chosen.isOpen, differBy))
  }
  return inOrder(plans, true, bound)
}

/** A plan found later can be the better one, within the gap asked. */
function inOrder(plans: readonly Plan[], isComplete: boolean, bound: number): Alternatives {
  return { plans: plans.toSorted((one, other) => one.cost - other.cost), isComplete, bound }
}

function isProof(ending: string, bound: number, most: number): boolean {
  return ending === 'infeasible' || bound > most
}

/** Σ over sites of "is otherwise than now" ≥ least. */
function cutOff(isOpen: Uint8Array, differBy: number): SiteCut {
  const open = isOpen.reduce((sum, flag) => sum + flag, 0)
  return { weights: Float64Array.from(isOpen, (flag) => (flag === 1 ? -1 : 1)), least: differBy - open }
}

function keepsCut({ weights, least }: SiteCut, isOpen: Uint8Array): boolean {
  return weights.reduce((sum, weight, site) => sum + weight * isOpen[site]!, 0) >= least
}

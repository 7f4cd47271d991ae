import { checkProblem } from '../model/check.ts'
import { Faults } from '../model/faults.ts'
import { makeNetwork, type Network } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { relativeGap } from '../preview/preview.ts'
import { EXACT_EFFORT, type Searched, searchQuickly } from '../preview/search.ts'
import { closeIdle, type Decision, wholeDecision } from '../report/decision.ts'
import { describePlan, type Plan } from '../report/plan.ts'
import { type Rule, ruleKey } from '../rules/rule.ts'
import { buildExactModel, type SiteCut } from './exact-model.ts'
import { type Ending, runModel, type Solver } from './solver.ts'
import { keepWays } from './ways.ts'

/** Limits of a search with proof. */
export type SolveOptions = {
  /** Good enough when no plan can be cheaper by more than this share; 0.01 by default. */
  gap?: number
  /** Seconds that the solver may use; the quick search before it is limited by work, not by time. */
  seconds?: number
  /** Memory of the solver, earlier problems included, at which it stops, in bytes; 600 MB by default. */
  memoryBytes?: number
  /** Limit of branches: unlike seconds, the same everywhere, so that a stopped search can be repeated exactly. */
  nodes?: number
  /** Ways to schools that are looked at for each block before the model is widened; 12 by default. */
  waysPerUnit?: number
  /** Rules to leave out, to see what they cost. */
  without?: readonly Rule[]
}

/** A plan with its proof. */
export type Solution = {
  /** `proven`: within the gap asked. `stopped`: a limit came first; the plan and the bound hold all the same. */
  status: 'proven' | 'infeasible' | 'stopped'
  plan: Plan | undefined
  /** No plan costs less. */
  bound: number
  /** (cost − bound) ÷ cost. NaN without a plan. */
  gap: number
  /** What ended the search early, or `gap` when nothing did. */
  endedBy: 'gap' | 'infeasible' | 'time' | 'memory' | 'nodes' | 'failed'
  /** Branches that the solver looked at. */
  iterations: number
  seconds: number
  /** Ways in the last model, and how many the problem has. */
  ways: { kept: number; possible: number }
}

/**
 * The best network within a proven gap: quick search, bound, then HiGHS on the ways that the bound leaves open.
 *
 * Deterministic as long as neither time nor memory ends it, which `endedBy` says.
 *
 * @throws RangeError when the problem is not possible, a limit is negative, or `without` holds a rule that it has not
 */
export function solveNetwork(problem: NetworkProblem, solver: Solver, options: SolveOptions = {}): Solution {
  checkProblem('solveNetwork', problem)
  const limits = checkLimits('solveNetwork', options)
  const left = new Set((options.without ?? []).map(ruleKey))
  const network = makeNetwork(problem, (rule) => !left.has(ruleKey(rule)))
  const known = new Set(network.rules.map(ruleKey))
  const unknown = (options.without ?? []).filter((rule) => !known.has(ruleKey(rule)))
  if (unknown.length > 0) {
    throw new RangeError(`solveNetwork: without holds ${unknown.map(ruleKey).join('; ')}, not in the problem`)
  }
  const searched = searchQuickly(network, EXACT_EFFORT)
  return describe(network, solveSearched(network, solver, searched, limits), limits.gap)
}

/** Limits with their defaults. */
export type Limits = {
  gap: number
  seconds: number
  memoryBytes: number
  nodes: number | undefined
  ways: number
}

/** Checks limits and fills in the defaults. */
export function checkLimits(caller: string, options: SolveOptions): Limits {
  const { gap = 0.01, seconds = 20, memoryBytes = 600e6, nodes, waysPerUnit = 12 } = options
  const faults = new Faults()
  for (const [name, value] of Object.entries({ gap, seconds, memoryBytes, nodes, waysPerUnit }))
    faults.limit(name, value)
  faults.throwAny(caller)
  return { gap, seconds, memoryBytes, nodes, ways: waysPerUnit }
}

/** What a search with proof found, before it is put in words. */
export type Solved = {
  decision: Decision | undefined
  cost: number
  bound: number
  ending: Ending
  nodes: number
  seconds: number
  kept: number
}

/** Exact search from what the quick one found. `ceiling` and `cuts` serve the search for other plans. */
export function solveSearched(
  network: Network,
  solver: Solver,
  { candidate, relaxed }: Searched,
  limits: Limits,
  further: { ceiling?: number; cuts?: readonly SiteCut[] } = {},
): Solved {
  const { cuts = [] } = further
  const hasPlan = candidate.violated === 0 && cuts.length === 0
  const best: Solved = {
    decision: hasPlan ? wholeDecision(network, candidate.isOpen, candidate.siteOf) : undefined,
    cost: hasPlan ? candidate.cost : Number.POSITIVE_INFINITY,
    bound: relaxed.bound,
    ending: 'optimal',
    nodes: 0,
    seconds: 0,
    kept: 0,
  }
  if (relaxed.bound === Number.POSITIVE_INFINITY)
    return { ...best, decision: undefined, ending: 'infeasible' }
  const isDone = () => best.cost < Infinity && relativeGap(best.cost, best.bound) <= limits.gap
  for (let most = Math.max(1, limits.ways); !isDone(); most *= 3) {
    const ceiling = further.ceiling ?? best.cost - 0.5 * limits.gap * Math.abs(best.cost)
    const ways = keepWays(network, relaxed, ceiling, most, best.decision?.share)
    const model = buildExactModel(network, { kept: ways.kept, cuts })
    const seconds = Math.max(0, limits.seconds - best.seconds)
    const run = runModel(
      solver,
      model.data,
      { ...limits, gap: 0.9 * limits.gap, seconds },
      best.decision && model.columnsOf(best.decision),
    )
    best.nodes += run.nodes
    best.seconds += run.seconds
    best.kept = ways.kept.reduce((sum, flag) => sum + flag, 0)
    best.ending = run.ending
    if (run.columns && run.cost < best.cost - 1e-9 * Math.abs(run.cost)) {
      best.decision = model.decisionOf(run.columns)
      best.cost = run.cost
    }
    best.bound = Math.max(best.bound, Math.min(run.bound, ways.leastWithout))
    if (run.ending === 'infeasible' && ways.isComplete) break
    if (run.ending !== 'optimal' && run.ending !== 'infeasible') break
    if (ways.isComplete || (further.ceiling !== undefined && ways.leastWithout > ceiling)) break
    if (most > network.siteCount && ways.leastWithout >= ceiling) break
  }
  return best
}

function describe(network: Network, solved: Solved, gap: number): Solution {
  const { decision, cost, bound, ending, nodes, seconds, kept } = solved
  const possible = network.cost.reduce((sum, value) => sum + (value < Number.POSITIVE_INFINITY ? 1 : 0), 0)
  const base = { iterations: nodes, seconds, ways: { kept, possible } }
  if (!decision) {
    const isInfeasible = ending === 'infeasible'
    const endedBy = ending === 'optimal' ? 'failed' : ending
    return {
      ...base,
      status: isInfeasible ? 'infeasible' : 'stopped',
      plan: undefined,
      bound,
      gap: Number.NaN,
      endedBy,
    }
  }
  const reached = relativeGap(cost, bound)
  const isProven = reached <= gap + 1e-9
  const endedBy = isProven ? 'gap' : ending === 'optimal' || ending === 'infeasible' ? 'failed' : ending
  return {
    ...base,
    status: isProven ? 'proven' : 'stopped',
    plan: describePlan(network, closeIdle(network, decision)),
    bound: Math.min(bound, cost),
    gap: reached,
    endedBy,
  }
}

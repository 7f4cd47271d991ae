import { makeNetwork } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { type Rule, ruleKey } from '../rules/rule.ts'
import { buildExactModel } from './exact-model.ts'
import { type RunLimits, runModel, type Solver } from './solver.ts'

/** Whether a plan exists, `unknown` when a limit came before an answer; and the seconds that the solver took. */
export type Feasibility = { found: 'feasible' | 'infeasible' | 'unknown'; seconds: number }

/**
 * Whether the rules named, and no others, can be kept together.
 *
 * @param isRelaxed lets blocks split and schools open by halves: quicker, and infeasible then is infeasible
 */
export function checkFeasible(
  problem: NetworkProblem,
  solver: Solver,
  rules: readonly Rule[],
  isRelaxed: boolean,
  limits: RunLimits,
): Feasibility {
  const kept = new Set(rules.map(ruleKey))
  const network = makeNetwork(problem, (rule) => kept.has(ruleKey(rule)))
  const ways = Uint8Array.from(network.cost, (cost) => (cost < Number.POSITIVE_INFINITY ? 1 : 0))
  const { data } = buildExactModel(network, { kept: ways, isRelaxed, hasCosts: false })
  if (hasImpossibleRow(data)) return { found: 'infeasible', seconds: 0 }
  const { ending, columns, seconds } = runModel(solver, data, limits)
  if (ending === 'infeasible') return { found: 'infeasible', seconds }
  return { found: columns || ending === 'optimal' ? 'feasible' : 'unknown', seconds }
}

/** A row without columns that cannot hold: a block without any school. */
function hasImpossibleRow({
  matrix,
  rowLower,
  rowUpper,
  numRows,
}: ReturnType<typeof buildExactModel>['data']): boolean {
  for (let row = 0; row < numRows; row++) {
    const isEmpty = matrix.starts[row] === matrix.starts[row + 1]
    if (isEmpty && (rowLower[row]! > 0 || rowUpper[row]! < 0)) return true
  }
  return false
}

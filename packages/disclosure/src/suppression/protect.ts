import { checkPrimary, type PrimaryCell } from '../primary/find.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { BoxFinder, searchBoxes } from './box.ts'
import { checkProof } from './check-proof.ts'
import { checkInsiders, type Insiders, type Insight } from './insiders.ts'
import { type Proof, writeProof } from './proof.ts'
import { repairAll } from './repair.ts'
import { startState } from './start.ts'
import { isMet, type State } from './state.ts'
import { secondaryCells, trim, trimByBoxes } from './trim.ts'

/** A release that may be published, with the reasons. */
export type ProtectedRelease = {
  /** Whether every primary cell is proved to be protected, from insiders too but for the `insights`. */
  isSafe: boolean
  /**
   * Keys of all cells hidden from what would be printed, in the order of the release. The public sees one symbol
   * for all.
   */
  hidden: string[]
  /** Keys of those hidden only to protect others. */
  secondary: string[]
  /** Primary cells that cannot be protected: printed before, or fixed by what was. */
  exposed: PrimaryCell[]
  /**
   * What somebody who is alone in a cell can compute of another one, whatever is hidden; empty if insiders are
   * ignored.
   */
  insights: Insight[]
  proof: Proof
}

/** Up to so many cells, two plans are made, and the cheaper is taken. */
const SMALL = 600
/** Work that trimming may cost: linear programmes times cells. */
const TRIM_WORK = 400_000

/**
 * Hides cells until no primary cell can be recovered within its protection interval, over all linked tables,
 * earlier editions, relations and shares together. Hides few cells, small and previously hidden ones first.
 * Idempotent: protecting again with the cells that were hidden gives the same. Deterministic, unless a machine is so
 * slow that an integer programme over a hundred cells is given up after 20 s, or one over thousands after a minute.
 *
 * @param primary from `findPrimaryCells`, or named by hand
 * @param insiders one child alone in a cell knows it. By default every other sensitive cell is protected from it as
 *   well, and where possible from all such children together; `ignore` hides fewer cells
 * @returns what is hidden, and a proof that `checkProof` has confirmed
 * @throws RangeError when a primary cell is not in the release, or its protection is impossible
 */
export function protect(
  release: Release,
  primary: readonly PrimaryCell[],
  solver: Solver,
  { insiders = 'protect' }: { insiders?: Insiders } = {},
): ProtectedRelease {
  checkPrimary('protect', release, primary)
  checkInsiders('protect', insiders)
  const start = () => startState(release, primary, solver, insiders)
  const { state, exposed } = start()
  const isSmall = state.system.cells.length <= SMALL
  makePlan(state, { boxesFirst: !isSmall, isSmall })
  if (!isSmall || secondaryCells(state).length === 0) return report(state, exposed, insiders)
  const other = start().state
  makePlan(other, { boxesFirst: true, isSmall })
  return report(isBetter(other, state) ? other : state, exposed, insiders)
}

/** Hides what is needed, by linear programming or by boxes first, and shows again what is not. */
function makePlan(state: State, { boxesFirst, isSmall }: { boxesFirst: boolean; isSmall: boolean }) {
  const finder = new BoxFinder(state)
  if (boxesFirst) searchBoxes(state, finder)
  repairAll(state, finder)
  if (!isSmall) trimByBoxes(state, finder)
  trim(state, Math.floor(TRIM_WORK / state.system.cells.length))
}

/** Whether a plan protects more from outsiders, or as much with fewer insights, or as much of both at less cost. */
function isBetter(plan: State, other: State): boolean {
  const unmet = ({ needs }: State) => needs.filter((need) => !isMet(need)).length
  const cost = ({ isHidden, costs }: State) =>
    isHidden.reduce((sum, hidden, variable) => sum + hidden * costs[variable]!, 0)
  const differences = [unmet, ({ insights }: State) => insights.length, cost].map(
    (measure) => measure(plan) - measure(other),
  )
  return (differences.find((difference) => difference !== 0) ?? 0) < 0
}

function report(state: State, exposed: readonly PrimaryCell[], insiders: Insiders): ProtectedRelease {
  const { release, system, isHidden, needsAt, needs } = state
  const keyOf = (variable: number) => release.cells[system.cells[variable]!]!.key
  const hiddenVariables = [...isHidden.keys()].filter(
    (variable) => isHidden[variable] && release.cells[system.cells[variable]!]!.printed,
  )
  const secondary = hiddenVariables.filter((variable) => needsAt[variable]!.length === 0)
  const hidden = hiddenVariables.map(keyOf)
  const proof = writeProof(state, needs.filter(isMet))
  if (insiders === 'protect') proof.insights = state.insights
  const unmet = needs.filter((need) => !isMet(need)).map(({ primary }) => primary)
  const faults = checkProof(release, hidden, proof)
  if (faults.length > 0) throw new Error(`protect: the proof fails: ${faults.slice(0, 3).join('; ')}`)
  return {
    isSafe: exposed.length + unmet.length === 0,
    hidden,
    secondary: secondary.map(keyOf),
    exposed: [...exposed, ...unmet],
    insights: state.insights,
    proof,
  }
}

import { checkProblem } from '../model/check.ts'
import { Faults } from '../model/faults.ts'
import { makeNetwork } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import type { Rule } from '../rules/rule.ts'
import { checkFeasible } from './feasible.ts'
import { minimalSubset } from './minimal-subset.ts'
import type { RunLimits, Solver } from './solver.ts'

/** Why there is no plan. When nothing is blamed, limits left open whether there is one. */
export type Conflict = {
  /** Rules that cannot all be kept. Empty when pupils have no way to any school, rules or not. */
  rules: readonly Rule[]
  /** Ids of units without a way to any school: no rule is to blame for them, only `travel`. */
  withoutWay: readonly string[]
  /** True when lifting any single one of them makes the rest possible; false when a limit left that open. */
  isIrreducible: boolean
  /** How many sets of rules were tried. */
  iterations: number
}

/** Limits of the search for a conflict. */
export type ConflictOptions = {
  /** Sets of rules tried at most, 1000 by default; the same everywhere, unlike seconds. */
  tries?: number
  /** Seconds that the solver may use for each set; 5 by default. */
  secondsPerTry?: number
  /** Seconds that the solver may use for all sets; 60 by default. */
  seconds?: number
  /** Memory of the solver, earlier problems included, at which it stops, in bytes; 600 MB by default. */
  memoryBytes?: number
}

/** Rules are blamed in this order where there is a choice, so that what people decide comes before what exists. */
const BLAME: readonly Rule['rule'][] = [
  'openAtMost',
  'openAtLeast',
  'fixedClosed',
  'fixedOpen',
  'minimum',
  'travelLimit',
  'capacity',
  'mayPresentStay',
  'keptWhole',
]

/**
 * An irreducible set of rules that cannot be kept together, by name.
 *
 * First with blocks that may split, which is quick; what remains is then tried with whole blocks. A set that a limit
 * leaves open counts as possible, and `isIrreducible` says that this happened.
 *
 * @returns undefined when a plan exists
 * @throws RangeError when the problem is not possible or a limit is negative
 */
export function findConflict(
  problem: NetworkProblem,
  solver: Solver,
  options: ConflictOptions = {},
): Conflict | undefined {
  checkProblem('findConflict', problem)
  const { tries = 1000, secondsPerTry = 5, seconds = 60, memoryBytes = 600e6 } = options
  const faults = new Faults()
  const limits = { tries, secondsPerTry, seconds, memoryBytes }
  for (const [name, value] of Object.entries(limits)) faults.limit(name, value)
  faults.throwAny('findConflict')
  const rules = [...makeNetwork(problem).rules].sort(
    (one, other) => BLAME.indexOf(one.rule) - BLAME.indexOf(other.rule),
  )
  let iterations = 0
  let secondsLeft = seconds
  let isIrreducible = true
  let isPossible = false
  const fails = (isRelaxed: boolean) => (subset: readonly Rule[]) => {
    if (iterations >= tries || secondsLeft <= 0) {
      isIrreducible = false
      return false
    }
    iterations++
    const run: RunLimits = { gap: 1, seconds: Math.min(secondsPerTry, secondsLeft), memoryBytes }
    const tried = checkFeasible(problem, solver, subset, isRelaxed, run)
    secondsLeft -= tried.seconds
    if (tried.found === 'unknown') isIrreducible = false
    if (tried.found === 'feasible' && !isRelaxed && subset.length === rules.length) isPossible = true
    return tried.found === 'infeasible'
  }
  const ofRelaxed = minimalSubset(
    rules.filter(({ rule }) => rule !== 'keptWhole'),
    fails(true),
  )
  // A set that fails even with blocks that may split fails with whole ones: only smaller ones need a try.
  const found = minimalSubset(ofRelaxed ?? rules, fails(false)) ?? ofRelaxed
  if (isPossible) return undefined
  const withoutWay = found ? unitsWithoutWay(problem) : []
  return { rules: found ?? [], withoutWay, isIrreducible, iterations }
}

function unitsWithoutWay({ units, sites, travel }: NetworkProblem): string[] {
  return units.flatMap(({ id }, unit) => {
    const ways = travel.slice(unit * sites.length, (unit + 1) * sites.length)
    return ways.every((minutes) => minutes === Number.POSITIVE_INFINITY) ? [id] : []
  })
}

import type { Model } from 'highs'
import { checkKeys, positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { runModel, type Solver, withModel } from '../solver/solver.ts'
import { asModel, independentGroups, subsystem } from './components.ts'
import { propagateBounds } from './propagate.ts'
import { checkPublication, type Publication } from './publication.ts'
import { attackerSystem, type System } from './system.ts'

/** What an attacker can say of one hidden cell. */
export type AttackedCell = {
  key: string
  /** The true value, for the internal log. */
  value: number
  /** Least and largest value in any table that looks the same; `high` may be Infinity. */
  low: number
  high: number
  /**
   * Whether both ends are reached by a table of whole numbers (where the measure is whole). If not, whole-number
   * arithmetic on a very large table was given up and the true interval may be narrower.
   */
  isExact: boolean
}

export type AttackOptions = {
  /** Keys to attack; the default is every unknown cell. */
  cells?: readonly string[]
  /** Most unknowns that are tied together for which whole-number programmes are solved; the default is 400. */
  wholeNumberLimit?: number
}

const EPSILON = 1e-6

/**
 * Attacks a published set: the least and the largest value that each hidden cell can have, given every printed
 * number of all tables, editions, relations and shares. Linear programming by HiGHS; where its answer is not
 * whole, integer programming.
 *
 * @returns one entry for each unknown cell asked for, in the order of the release
 * @throws RangeError when a key is unknown, or a range does not hold the true value
 */
export function attack(
  release: Release,
  publication: Publication,
  solver: Solver,
  options: AttackOptions = {},
): AttackedCell[] {
  checkPublication('attack', release, publication)
  checkKeys('attack', 'cells', release, options.cells ?? [])
  const system = attackerSystem(release, publication)
  const wanted = options.cells && new Set(options.cells.map((key) => positionOf(release, key)))
  const attacked: { at: number; cell: AttackedCell }[] = []
  for (const group of independentGroups(system)) {
    const isTarget = (variable: number) => wanted?.has(system.cells[variable]!) ?? true
    const targets = [...group.keys()].filter((n) => isTarget(group[n]!))
    if (targets.length === 0) continue
    const part = subsystem(system, group)
    const bounds = extremes(release, part, targets, solver, options.wholeNumberLimit ?? 400)
    targets.forEach((variable, n) => {
      const at = part.cells[variable]!
      const { key, value } = release.cells[at]!
      const { low, high, isExact } = bounds[n]!
      attacked.push({ at, cell: { key, value, low: value + low, high: value + high, isExact } })
    })
  }
  return attacked.sort((a, b) => a.at - b.at).map(({ cell }) => cell)
}

type Extremes = { low: number; high: number; isExact: boolean }

/** Extreme changes of the targets within one independent group. */
function extremes(
  release: Release,
  system: System,
  targets: readonly number[],
  solver: Solver,
  wholeNumberLimit: number,
): Extremes[] {
  const isWhole = Int32Array.from(system.cells, (at) => (release.cells[at]!.whole ? 1 : 0))
  const outer = propagateBounds(system)
  const reached = { low: new Float64Array(system.cells.length), high: new Float64Array(system.cells.length) }
  const simplex = { presolve: 'off', solver: 'simplex' }
  return withModel(solver, asModel(system), simplex, (model) => {
    const end = (variable: number, sign: 1 | -1): { change: number; isExact: boolean } => {
      const edge = whole(isWhole[variable], sign, (sign > 0 ? outer.high : outer.low)[variable]!)
      const seen = (sign > 0 ? reached.high : reached.low)[variable]!
      if (sign * (edge - seen) <= EPSILON) return { change: seen, isExact: true }
      const found = push(model, variable, sign)
      if (!found) return { change: sign * Infinity, isExact: true }
      const change = whole(isWhole[variable], sign, found[variable]!)
      if (isWholeTable(found, isWhole)) {
        remember(found, reached)
        return { change, isExact: true }
      }
      if (sign * (change - seen) <= EPSILON) return { change: seen, isExact: true }
      if (system.cells.length > wholeNumberLimit) return { change, isExact: false }
      return { change: wholeEnd(solver, system, isWhole, variable, sign), isExact: true }
    }
    return targets.map((variable) => {
      const low = end(variable, -1)
      const high = end(variable, 1)
      return { low: low.change, high: high.change, isExact: low.isExact && high.isExact }
    })
  })
}

/** A table in which the variable is as extreme as can be; undefined when there is no end to it. */
function push(model: Model, variable: number, sign: 1 | -1): Float64Array | undefined {
  model.changeColCost(variable, -sign)
  let outcome = runModel(model)
  if (outcome === 'stopped') {
    // From the basis of the end before, the simplex method may lose its way.
    model.setLogicalBasis()
    outcome = runModel(model)
  }
  const found = outcome === 'optimal' ? model.getSolution().colValue : undefined
  model.changeColCost(variable, 0)
  if (outcome === 'infeasible' || outcome === 'stopped')
    throw new Error(`attack: the solver ended ${outcome}`)
  return found
}

function wholeEnd(
  solver: Solver,
  system: System,
  isWhole: Int32Array,
  variable: number,
  sign: 1 | -1,
): number {
  return withModel(solver, asModel(system, isWhole), { mip_rel_gap: 0, mip_abs_gap: 0.5 }, (model) => {
    const found = push(model, variable, sign)
    return found ? whole(isWhole[variable], sign, found[variable]!) : sign * Infinity
  })
}

/** The last whole change within an end that may be a fraction. */
function whole(isWhole: number | undefined, sign: 1 | -1, change: number): number {
  if (!isWhole || !Number.isFinite(change)) return change
  return sign > 0 ? Math.floor(change + EPSILON) : -Math.floor(-change + EPSILON)
}

function isWholeTable(changes: Float64Array, isWhole: Int32Array): boolean {
  return changes.every((change, n) => !isWhole[n] || Math.abs(change - Math.round(change)) <= EPSILON)
}

function remember(changes: Float64Array, reached: { low: Float64Array; high: Float64Array }) {
  for (let n = 0; n < changes.length; n++) {
    const change =
      Math.abs(changes[n]! - Math.round(changes[n]!)) <= EPSILON ? Math.round(changes[n]!) : changes[n]!
    if (change < reached.low[n]!) reached.low[n] = change
    if (change > reached.high[n]!) reached.high[n] = change
  }
}

import type { System } from '../attacker/system.ts'
import type { PrimaryCell } from '../primary/find.ts'
import type { Protection } from '../primary/protection.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import type { Insight } from './insiders.ts'

/** A table that looks the same as the truth: changes of some variables of the system. */
export type Witness = { variables: Int32Array; changes: Float64Array }

/** How far from the truth an attacker is kept on one side, and the table that shows it. */
export type Side = { reach: number; witness: Witness | undefined }

/** A primary cell to be protected from an attacker, with the two tables that show it. */
export type Need = Protection & {
  primary: PrimaryCell
  variable: number
  /** Whether this attacker is alone in the cell of a variable and therefore knows it. */
  isKnown: (variable: number) => boolean
  /** Set when the attacker is this insider alone. */
  insider?: number
  down: Side
  up: Side
}

/** The work on one release. Variables are the cells that could be hidden. */
export type State = {
  release: Release
  solver: Solver
  /** The attacker's system as if everything were hidden. */
  system: System
  isWhole: Int32Array
  isHidden: Uint8Array
  costs: Float64Array
  needs: Need[]
  /** The needs of each variable. */
  needsAt: Need[][]
  /** Who is alone in the cell of each variable; −1 for nobody, or if insiders are ignored. */
  insiders: Int32Array
  insights: Insight[]
  /** Rows in which each variable appears. */
  rowsOf: number[][]
}

/** Nothing shown yet. */
export function noTable(): Side {
  return { reach: 0, witness: undefined }
}

/** Whether an attacker is kept far enough from a cell. */
export function isMet({ below, above, width, down, up }: Need): boolean {
  return down.reach >= below && up.reach >= above && down.reach + up.reach >= width
}

/** Whether a table is one that the attacker cannot rule out: every row and bound holds, whole where it must. */
export function isPossible(state: State, { variables, changes }: Witness): boolean {
  const { system, isWhole, rowsOf } = state
  const change = new Map<number, number>()
  for (let n = 0; n < variables.length; n++) change.set(variables[n]!, changes[n]!)
  const rows = new Set<number>()
  for (const [variable, amount] of change) {
    if (isWhole[variable] && !Number.isInteger(amount)) return false
    if (amount < system.low[variable]! || amount > system.high[variable]!) return false
    for (const row of rowsOf[variable]!) rows.add(row)
  }
  for (const row of rows) {
    let sum = 0
    for (let entry = system.starts[row]!; entry < system.starts[row + 1]!; entry++) {
      sum += system.values[entry]! * (change.get(system.indices[entry]!) ?? 0)
    }
    if (sum < system.rowLow[row]! - 1e-7 || sum > system.rowHigh[row]! + 1e-7) return false
  }
  return true
}

/** Hides what a possible table changes and lets every need profit whose attacker cannot rule the table out. */
export function accept(state: State, witness: Witness): void {
  const alone = witness.variables.filter((variable) => state.insiders[variable]! >= 0)
  for (let n = 0; n < witness.variables.length; n++) {
    const variable = witness.variables[n]!
    state.isHidden[variable] = 1
    const change = witness.changes[n]!
    for (const need of state.needsAt[variable]!) {
      const side = change < 0 ? need.down : need.up
      if (Math.abs(change) <= side.reach || alone.some(need.isKnown)) continue
      Object.assign(side, { reach: Math.abs(change), witness })
    }
  }
}

/** Accepts the multiples of a pattern, forwards and backwards, that its cells have room for and the need asks. */
export function acceptBothWays(state: State, pattern: Witness, need: Need): boolean {
  const own = Math.abs(pattern.changes[pattern.variables.indexOf(need.variable)]!)
  if (own === 0) return false
  let isAccepted = false
  for (const sign of [1, -1]) {
    const times = Math.min(room(state, pattern, sign), Math.ceil(need.width / own))
    const scaled = {
      variables: pattern.variables,
      changes: pattern.changes.map((change) => sign * times * change),
    }
    if (times < 1 || !isPossible(state, scaled)) continue
    accept(state, scaled)
    isAccepted = true
  }
  return isAccepted
}

function room({ system }: State, { variables, changes }: Witness, sign: number): number {
  let times = Infinity
  for (let n = 0; n < variables.length; n++) {
    const change = sign * changes[n]!
    const edge = (change < 0 ? system.low : system.high)[variables[n]!]!
    times = Math.min(times, Math.floor(edge / change + 1e-9))
  }
  return times
}

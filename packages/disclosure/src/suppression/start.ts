import { type System, systemOf } from '../attacker/system.ts'
import type { PrimaryCell } from '../primary/find.ts'
import { positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { hidingCosts } from './costs.ts'
import { type Insiders, insidersOf } from './insiders.ts'
import { type Need, noTable, type State } from './state.ts'

/** The system of everything that could be hidden. */
export function hideableSystem(release: Release): System {
  return systemOf(
    release,
    release.cells.map(({ known, structural }) => !known && !structural),
    release.shares.filter(({ known }) => known),
  )
}

/**
 * Sets up the work: primary and unprinted cells hidden, nothing proved yet; and what is public already. Insiders are
 * taken together at first: each need is against all who are alone in some other cell, as if they told each other.
 */
export function startState(
  release: Release,
  primary: readonly PrimaryCell[],
  solver: Solver,
  insiders: Insiders,
  system: System = hideableSystem(release),
): { state: State; exposed: PrimaryCell[] } {
  const variableOf = ({ key }: PrimaryCell) => system.variables[positionOf(release, key)]!
  const insiderOf = insiders === 'protect' ? insidersOf(release) : []
  const alone = Int32Array.from(system.cells, (at) => insiderOf[at] ?? -1)
  const needs = primary
    .filter((cell) => variableOf(cell) >= 0)
    .map((cell): Need => {
      const { below, above, width } = cell
      const variable = variableOf(cell)
      const isKnown = (other: number) => alone[other] !== -1 && alone[other] !== alone[variable]
      const [down, up] = [noTable(), noTable()]
      return { primary: cell, variable, below, above, width, isKnown, down, up }
    })
  const isHidden = Uint8Array.from(system.cells, (at) => (release.cells[at]!.printed ? 0 : 1))
  const needsAt: Need[][] = Array.from(system.cells, () => [])
  for (const need of needs) {
    isHidden[need.variable] = 1
    needsAt[need.variable]!.push(need)
  }
  const costs = hidingCosts(release)
  const state: State = {
    release,
    solver,
    system,
    isWhole: Int32Array.from(system.cells, (at) => (release.cells[at]!.whole ? 1 : 0)),
    isHidden,
    costs: Float64Array.from(system.cells, (at) => costs[at]!),
    needs,
    needsAt,
    insiders: alone,
    insights: [],
    rowsOf: rowsByVariable(system),
  }
  return { state, exposed: primary.filter((cell) => variableOf(cell) < 0) }
}

function rowsByVariable({ cells, starts, indices }: State['system']): number[][] {
  const rows: number[][] = Array.from(cells, () => [])
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      rows[indices[entry]!]!.push(row)
    }
  }
  return rows
}

import { type System, systemOf } from '../attacker/system.ts'
import type { PrimaryCell } from '../primary/find.ts'
import { positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { hidingCosts } from './costs.ts'
import type { Need, State } from './state.ts'

/** The system of everything that could be hidden. */
export function hideableSystem(release: Release): System {
  return systemOf(
    release,
    release.cells.map(({ known, structural }) => !known && !structural),
    release.shares.filter(({ known }) => known),
  )
}

/** Sets up the work: primary and unprinted cells hidden, nothing proved yet; and what is public already. */
export function startState(
  release: Release,
  primary: readonly PrimaryCell[],
  solver: Solver,
  system: System = hideableSystem(release),
): { state: State; exposed: PrimaryCell[] } {
  const variableOf = ({ key }: PrimaryCell) => system.variables[positionOf(release, key)] ?? -1
  const needs = primary
    .filter((cell) => variableOf(cell) >= 0)
    .map((cell): Need => {
      const { below, above, width } = cell
      const side = () => ({ reach: 0, witness: undefined })
      return { primary: cell, variable: variableOf(cell), below, above, width, down: side(), up: side() }
    })
  const isHidden = Uint8Array.from(system.cells, (at) => (release.cells[at]?.printed ? 0 : 1))
  const needAt = new Int32Array(system.cells.length).fill(-1)
  needs.forEach(({ variable }, index) => {
    isHidden[variable] = 1
    needAt[variable] = index
  })
  const costs = hidingCosts(release)
  const state: State = {
    release,
    solver,
    system,
    isWhole: Int32Array.from(system.cells, (at) => (release.cells[at]?.whole ? 1 : 0)),
    isHidden,
    costs: Float64Array.from(system.cells, (at) => costs[at] ?? 1),
    needs,
    needAt,
    rowsOf: rowsByVariable(system),
  }
  return { state, exposed: primary.filter((cell) => variableOf(cell) < 0) }
}

function rowsByVariable({ cells, starts, indices }: State['system']): number[][] {
  const rows: number[][] = Array.from(cells, () => [])
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      rows[indices[entry] ?? 0]?.push(row)
    }
  }
  return rows
}

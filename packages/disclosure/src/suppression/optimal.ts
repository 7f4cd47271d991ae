import { checkPrimary, type PrimaryCell } from '../primary/find.ts'
import type { Release } from '../release/release.ts'
import { bestFound, type Solver, withModel } from '../solver/solver.ts'
import { startState } from './start.ts'
import type { Need, State } from './state.ts'

export type OptimalSuppression = {
  /** Keys of the hidden cells of the best plan, in the order of the release. */
  hidden: string[]
  /** Sum of the costs of the secondary cells; with the default costs, their number. */
  cost: number
  /** Whether the plan was proved to be the best within the time. */
  isOptimal: boolean
}

/** No cell is moved further than so many widths of the interval wanted. */
const FARTHEST = 2

/**
 * The cheapest suppression against outsiders, by integer programming: a whole-or-nothing variable for every cell,
 * and for every primary cell two tables that only hidden cells may change, by at most twice the width of its
 * interval. The tables may be fractions, as for an attacker with linear programming, so the cost is a bound from
 * below where whole numbers need more. Slow: for small tables, and to judge `protect`.
 *
 * @param costs of hiding each cell of the release; the default counts cells
 * @param seconds after which the best plan found is taken
 * @returns undefined when no plan exists or none was found in time
 * @throws RangeError when a primary cell is not in the release, or its protection is impossible
 * @see Fischetti & Salazar-González (2001), Solving the cell suppression problem, Management Science 47(7)
 */
export function optimalSuppression(
  release: Release,
  primary: readonly PrimaryCell[],
  solver: Solver,
  { costs, seconds = 60 }: { costs?: Float64Array; seconds?: number } = {},
): OptimalSuppression | undefined {
  checkPrimary('optimalSuppression', release, primary)
  const { state, exposed } = startState(release, primary, solver, 'ignore')
  if (exposed.length > 0) return undefined
  const data = masterModel(state, costs)
  const options = { mip_rel_gap: 0, mip_abs_gap: 1e-6, time_limit: seconds }
  return withModel(solver, data, options, (model) => {
    const found = bestFound(model)
    if (!found) return undefined
    const variables = [...state.isHidden.keys()].filter((cell) => found.columns[cell]! > 0.5)
    const hidden = variables.map((cell) => release.cells[state.system.cells[cell]!]!.key)
    return { hidden, cost: model.getObjectiveValue(), isOptimal: found.isOptimal }
  })
}

/** Columns: hide or not, for each cell; then for each need the changes of its upper and of its lower table. */
function masterModel(state: State, costs: Float64Array | undefined) {
  const { system, needs, isHidden } = state
  const cells = system.cells.length
  const tables = 2 * needs.length
  const columns = cells * (1 + tables)
  const colCost = new Float64Array(columns)
  const colLower = new Float64Array(columns)
  const colUpper = new Float64Array(columns).fill(1, 0, cells)
  const integrality = new Int32Array(columns).fill(1, 0, cells)
  for (let cell = 0; cell < cells; cell++) {
    colLower[cell] = isHidden[cell] ? 1 : 0
    colCost[cell] = isHidden[cell] ? 0 : (costs?.[system.cells[cell]!] ?? 1)
  }
  const rows = new ModelRows()
  needs.forEach((need, index) => {
    const most = FARTHEST * need.width
    for (const side of [0, 1]) {
      const offset = cells * (1 + 2 * index + side)
      for (let cell = 0; cell < cells; cell++) {
        const low = Math.max(system.low[cell]!, -most)
        const high = Math.min(system.high[cell]!, most)
        colLower[offset + cell] = low
        colUpper[offset + cell] = high
        rows.add([offset + cell, cell], [1, -high], -Infinity, 0)
        rows.add([offset + cell, cell], [1, -low], 0, Infinity)
      }
      for (let row = 0; row < system.rowLow.length; row++) {
        const span = [system.starts[row]!, system.starts[row + 1]!] as const
        rows.add(
          [...system.indices.subarray(...span)].map((cell) => offset + cell),
          [...system.values.subarray(...span)],
          system.rowLow[row]!,
          system.rowHigh[row]!,
        )
      }
    }
    requireInterval(need, cells * (1 + 2 * index), cells, colLower, colUpper, rows)
  })
  return { numCols: columns, colCost, colLower, colUpper, integrality, ...rows.finish(columns) }
}

function requireInterval(
  { variable, above, below, width }: Need,
  upper: number,
  cells: number,
  colLower: Float64Array,
  colUpper: Float64Array,
  rows: ModelRows,
) {
  colLower[upper + variable] = above
  colUpper[upper + cells + variable] = -below
  rows.add([upper + variable, upper + cells + variable], [1, -1], width, Infinity)
}

class ModelRows {
  private readonly starts: number[] = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []
  private readonly low: number[] = []
  private readonly high: number[] = []

  add(indices: readonly number[], values: readonly number[], low: number, high: number) {
    for (let n = 0; n < indices.length; n++) {
      this.indices.push(indices[n]!)
      this.values.push(values[n]!)
    }
    this.starts.push(this.indices.length)
    this.low.push(low)
    this.high.push(high)
  }

  finish(numCols: number) {
    const numRows = this.low.length
    return {
      numRows,
      rowLower: Float64Array.from(this.low),
      rowUpper: Float64Array.from(this.high),
      matrix: {
        format: 'csr' as const,
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
    }
  }
}

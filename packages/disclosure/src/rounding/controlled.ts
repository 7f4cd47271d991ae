import type { Interval } from '@izaugsme/statistics'
import { checkCount } from '../argument-checks.ts'
import type { Release } from '../release/release.ts'
import { runModel, type Solver, withModel } from '../solver/solver.ts'

export type ControlledRounding = {
  /** Printed values, by position in `release.cells`. */
  values: Float64Array
  /** What each printed number leaves possible, by key: ready for `attack` as `ranges`. */
  ranges: Record<string, Interval>
  /**
   * How many multiples beyond the two next to the value were allowed; 0 wherever a table of two dimensions is
   * rounded, more only where linked tables or three dimensions leave no other way.
   */
  steps: number
  /** Sum of |printed − value|. */
  distance: number
  /** Whether no closer additive rounding exists within the steps. */
  isOptimal: boolean
}

const MOST_STEPS = 3

/**
 * Rounds all linked tables to multiples of a base so that every sum still adds up: each cell goes to the multiple
 * next below or above it, multiples themselves stay, and the sum of the distances is least (zero-restricted
 * controlled rounding, as an integer programme). Where that is impossible, cells may go further, one multiple more
 * at a time. Cells known from earlier editions keep the rounding that is closest.
 *
 * @param base whole number, at least 2
 * @returns undefined when even three multiples more give no additive table in the time allowed
 * @throws RangeError when the base is impossible or the release has measures that are not whole
 * @see Cox (1987), A constructive procedure for unbiased controlled rounding, JASA 82(398)
 */
export function roundControlled(
  release: Release,
  base: number,
  solver: Solver,
  { seconds = 30 }: { seconds?: number } = {},
): ControlledRounding | undefined {
  checkCount('roundControlled', 'base', base, 2)
  const broken = release.cells.find(({ value }) => !Number.isInteger(value))
  if (broken) throw new RangeError(`roundControlled: ${broken.key} is ${broken.value}, not whole`)
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    const rounded = solve(release, base, solver, steps, seconds)
    if (!rounded) continue
    const values = release.cells.map(
      ({ value }, at) => base * (Math.floor(value / base) + (rounded[at] ?? 0)),
    )
    return {
      values: Float64Array.from(values),
      ranges: Object.fromEntries(
        release.cells.map(({ key, lowest }, at) => [key, behind(values[at] ?? 0, base, steps, lowest)]),
      ),
      steps,
      distance: values.reduce((sum, value, at) => sum + Math.abs(value - (release.cells[at]?.value ?? 0)), 0),
      isOptimal: true,
    }
  }
  return undefined
}

/** Whole values that could have been moved here: less than one multiple away, and one more for each step. */
function behind(printed: number, base: number, steps: number, lowest: number): Interval {
  const reach = base * (1 + steps) - 1
  return { low: Math.max(lowest, printed - reach), high: printed + reach }
}

/**
 * Multiples above the one at or below each cell. Each column is split in a part that nears the value and parts that
 * leave it, so that the distance is linear.
 */
function solve(
  release: Release,
  base: number,
  solver: Solver,
  steps: number,
  seconds: number,
): Float64Array | undefined {
  const { cells, equations } = release
  const columns = 3 * cells.length
  const colCost = new Float64Array(columns)
  const colLower = new Float64Array(columns)
  const colUpper = new Float64Array(columns)
  cells.forEach(({ value, lowest }, at) => {
    const rest = value - base * Math.floor(value / base)
    const below = Math.floor(value / base)
    colCost[3 * at] = base - 2 * rest
    colUpper[3 * at] = rest === 0 && steps === 0 ? 0 : 1
    colCost.fill(base, 3 * at + 1, 3 * at + 3)
    colUpper[3 * at + 1] = steps
    colUpper[3 * at + 2] = Math.max(0, Math.min(steps, below - Math.ceil(lowest / base)))
  })
  const rows = equations.totals.length
  const bounds = new Float64Array(rows)
  const indices = new Int32Array(3 * equations.cells.length)
  const values = new Float64Array(3 * equations.cells.length)
  for (let row = 0; row < rows; row++) {
    let floors = 0
    for (let entry = equations.starts[row] ?? 0; entry < (equations.starts[row + 1] ?? 0); entry++) {
      const at = equations.cells[entry] ?? 0
      const coefficient = equations.coefficients[entry] ?? 0
      floors += coefficient * Math.floor((cells[at]?.value ?? 0) / base)
      indices.set([3 * at, 3 * at + 1, 3 * at + 2], 3 * entry)
      values.set([coefficient, coefficient, -coefficient], 3 * entry)
    }
    bounds[row] = (equations.totals[row] ?? 0) / base - floors
  }
  const model = {
    numCols: columns,
    numRows: rows,
    colCost,
    colLower,
    colUpper,
    rowLower: bounds,
    rowUpper: bounds,
    matrix: {
      format: 'csr' as const,
      numRows: rows,
      numCols: columns,
      starts: equations.starts.map((start) => 3 * start),
      indices,
      values,
    },
    integrality: new Int32Array(columns).fill(1),
  }
  const options = { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds }
  const found = withModel(solver, model, options, (run) =>
    runModel(run) === 'optimal' ? run.getSolution().colValue : undefined,
  )
  return (
    found &&
    Float64Array.from(cells, (_, at) =>
      Math.round((found[3 * at] ?? 0) + (found[3 * at + 1] ?? 0) - (found[3 * at + 2] ?? 0)),
    )
  )
}

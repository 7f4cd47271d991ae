import type { Interval } from '@izaugsme/statistics'
import { checkCount } from '../argument-checks.ts'
import type { Release, Rows } from '../release/release.ts'
import { bestFound, type Solver, withModel } from '../solver/solver.ts'

export type ControlledRounding = {
  /** Printed values, by position in `release.cells`; NaN where this release prints nothing. */
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
  /** Whether no closer additive rounding exists within the steps; if not, the time was up. */
  isOptimal: boolean
}

const MOST_STEPS = 3

/**
 * Rounds all linked tables to multiples of a base so that every printed sum still adds up: each cell goes to the
 * multiple next below or above it, multiples themselves stay, and the sum of the distances is least (zero-restricted
 * controlled rounding, as an integer programme). Where that is impossible, cells may go further, one multiple more
 * at a time. What only earlier editions printed is left alone.
 *
 * @param base whole number, at least 2
 * @param seconds after which the best found is taken, for each number of steps
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
  const positions = Int32Array.from(release.cells.keys()).filter((at) => release.cells[at]!.printed)
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    const model = roundingModel(release, base, positions, steps)
    const options = { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds }
    const found = withModel(solver, model, options, bestFound)
    if (found) return asRounding(release, base, positions, steps, found)
  }
  return undefined
}

function asRounding(
  { cells }: Release,
  base: number,
  positions: Int32Array,
  steps: number,
  { columns, isOptimal }: { columns: Float64Array; isOptimal: boolean },
): ControlledRounding {
  const values = new Float64Array(cells.length).fill(Number.NaN)
  const ranges: Record<string, Interval> = {}
  let distance = 0
  positions.forEach((at, n) => {
    const { key, value, lowest } = cells[at]!
    const [nearer, up, down] = columns.subarray(3 * n, 3 * n + 3)
    const moved = Math.round((nearer ?? 0) + (up ?? 0) - (down ?? 0))
    const printed = base * (Math.floor(value / base) + moved)
    values[at] = printed
    ranges[key] = behind(printed, base, steps, lowest)
    distance += Math.abs(printed - value)
  })
  return { values, ranges, steps, distance, isOptimal }
}

/** Whole values that could have been moved here: less than one multiple away, and one more for each step. */
function behind(printed: number, base: number, steps: number, lowest: number): Interval {
  const reach = base * (1 + steps) - 1
  return { low: Math.max(lowest, printed - reach), high: printed + reach }
}

/**
 * Multiples above the one at or below each printed cell. Each is split in a column that nears the value and two that
 * leave it, upwards and downwards, so that the distance is linear.
 */
function roundingModel({ cells, equations }: Release, base: number, positions: Int32Array, steps: number) {
  const numCols = 3 * positions.length
  const colCost = new Float64Array(numCols)
  const colUpper = new Float64Array(numCols)
  const numbers = new Int32Array(cells.length).fill(-1)
  positions.forEach((at, n) => {
    const { value, lowest } = cells[at]!
    const below = Math.floor(value / base)
    const rest = value - base * below
    numbers[at] = n
    colCost.set([base - 2 * rest, base, base], 3 * n)
    colUpper[3 * n] = rest === 0 && steps === 0 ? 0 : 1
    colUpper[3 * n + 1] = steps
    colUpper[3 * n + 2] = Math.max(0, Math.min(steps, below - Math.ceil(lowest / base)))
  })
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const bounds: number[] = []
  for (const { at, coefficients, total } of rowsWithin(equations, numbers)) {
    let floors = 0
    at.forEach((cell, entry) => {
      const coefficient = coefficients[entry]!
      const first = 3 * numbers[cell]!
      floors += coefficient * Math.floor(cells[cell]!.value / base)
      indices.push(first, first + 1, first + 2)
      values.push(coefficient, coefficient, -coefficient)
    })
    starts.push(indices.length)
    bounds.push(total / base - floors)
  }
  const rowBounds = Float64Array.from(bounds)
  return {
    numCols,
    numRows: bounds.length,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower: rowBounds,
    rowUpper: rowBounds,
    matrix: {
      format: 'csr' as const,
      numRows: bounds.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: new Int32Array(numCols).fill(1),
  }
}

/** The equations of which every cell has a number. */
function* rowsWithin({ starts, cells, coefficients, totals }: Rows, numbers: Int32Array) {
  for (const [row, total] of totals.entries()) {
    const span = [starts[row]!, starts[row + 1]!] as const
    const at = cells.subarray(...span)
    if (at.every((cell) => numbers[cell]! >= 0)) {
      yield { at, coefficients: coefficients.subarray(...span), total }
    }
  }
}

import { type Grid, logNormalWeights } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'
import { stepRatios, type WalkTable, walkTable } from './posterior-walk.ts'
import type { Cell, Rows, Slice } from './rows.ts'

/** What the E-step counts. */
export type PartialCreditCounts = {
  logLikelihood: number
  /** items × nodes: expected number of persons at the node who answered the item */
  readonly answered: Float64Array
  /** groups × nodes: expected number of persons */
  readonly population: Float64Array
  /** per item Σ category · E(θ) over persons */
  readonly slopeSums: Float64Array
}

/** A slice of rows with its table, ready to walk. */
export type SliceVisit = { readonly cell: Cell; readonly slice: Slice; readonly table: WalkTable }

/** The table to walk for the rows of a slice; it serves until the next slice is asked for. */
type TableOf = (slice: Slice) => WalkTable

/**
 * Calls back for every cell. What a booklet's persons have in common is computed once; a slice that skipped
 * items takes their share out of it by multiplication, so that thousands of different sets of answered items
 * cost no exponentials.
 */
export function visitCells(
  layout: Layout,
  rows: Rows,
  { means, sds }: Parameters,
  grid: Grid,
  { logSum }: PartialCreditTables,
  each: (cell: Cell, tableOf: TableOf) => void,
): void {
  const { nodes, step } = grid
  const size = nodes.length
  const logSumOf = (item: number) => logSum.subarray(item * size, (item + 1) * size)
  const bookletSums = rows.booklets.map((booklet) => {
    const sums = new Float64Array(size)
    for (const item of booklet) addTo(sums, 0, logSumOf(item), 1)
    return sums
  })
  const priors = Array.from({ length: layout.groupCount }, (_, group) =>
    logNormalWeights(grid, means[group]!, sds[group]!),
  )
  const ratios: Float64Array[] = []
  const ratiosOf = (item: number) => {
    ratios[item] ??= stepRatios(logSumOf(item))
    return ratios[item]
  }
  const lessened = walkTable(nodes, step, new Float64Array(size))
  for (const cell of rows.cells) {
    const sums = bookletSums[cell.booklet]!
    const whole = walkTable(
      nodes,
      step,
      priors[cell.group]!.map((weight, q) => weight - sums[q]!),
    )
    each(cell, ({ skipped }) => {
      if (skipped.length === 0) return whole
      lessened.base.set(whole.base)
      lessened.up.set(whole.up)
      for (const item of skipped) takeOut(lessened, logSumOf(item), ratiosOf(item))
      for (let q = 1; q < size; q++) lessened.down[q] = 1 / lessened.up[q - 1]!
      return lessened
    })
  }
}

/** Takes an item out of base and upward ratios of a table. */
function takeOut({ base, up }: WalkTable, logSum: Float64Array, ratio: Float64Array): void {
  for (let q = 0; q < base.length; q++) {
    base[q]! += logSum[q]!
    up[q]! *= ratio[q]!
  }
}

/** Adds a multiple of one array to another, from a position on. */
export function addTo(into: Float64Array, from: number, what: Float64Array, times: number): void {
  for (let at = 0; at < what.length; at++) into[from + at]! += times * what[at]!
}

/** Slopes times categories of one row. A small function, which the engine compiles after a few rows. */
export function weightedSum(slopes: Float64Array, categories: Uint8Array, start: number): number {
  let sum = 0
  for (let at = 0; at < slopes.length; at++) sum += slopes[at]! * categories[start + at]!
  return sum
}

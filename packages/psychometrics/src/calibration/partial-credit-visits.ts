import { type Grid, logNormalWeights } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'
import { type WalkTable, walkTable } from './posterior-walk.ts'
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

/** The tables of one slice of rows, ready to walk. */
export type SliceVisit = { readonly cell: Cell; readonly slice: Slice; readonly table: WalkTable }

/** Calls back for every slice with its table; `isLast` tells that the slice ends its cell. */
export function visitSlices(
  layout: Layout,
  rows: Rows,
  { means, sds }: Parameters,
  grid: Grid,
  { logSum }: PartialCreditTables,
  each: (visit: SliceVisit, isLast: boolean) => void,
): void {
  const { nodes, step } = grid
  const size = nodes.length
  const bookletSums = rows.booklets.map((booklet) => {
    const sums = new Float64Array(size)
    for (const item of booklet) addTo(sums, 0, logSum.subarray(item * size, (item + 1) * size), 1)
    return sums
  })
  const priors = Array.from({ length: layout.groupCount }, (_, group) =>
    logNormalWeights(grid, means[group]!, sds[group]!),
  )
  for (const cell of rows.cells) {
    const prior = priors[cell.group]!
    const sums = bookletSums[cell.booklet]!
    const cellBase = prior.map((weight, q) => weight - sums[q]!)
    for (const [at, slice] of cell.slices.entries()) {
      const base = slice.skipped.length > 0 ? cellBase.slice() : cellBase
      for (const item of slice.skipped) addTo(base, 0, logSum.subarray(item * size, (item + 1) * size), 1)
      each({ cell, slice, table: walkTable(nodes, step, base) }, at === cell.slices.length - 1)
    }
  }
}

/** Adds a multiple of one array to another, from a position on. */
export function addTo(into: Float64Array, from: number, what: Float64Array, times: number): void {
  for (let at = 0; at < what.length; at++) into[from + at]! += times * what[at]!
}

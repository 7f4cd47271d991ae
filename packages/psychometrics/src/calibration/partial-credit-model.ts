import { type Grid, gridFor, gridLike } from './grid.ts'
import type { Evaluation, MarginalModel } from './marginal-model.ts'
import { type Layout, type Parameters, unpack } from './parameters.ts'
import { partialCreditInformation } from './partial-credit-information.ts'
import { maximisePartialCredit } from './partial-credit-maximise.ts'
import { type PartialCreditTables, partialCreditTables } from './partial-credit-tables.ts'
import {
  addTo,
  type PartialCreditCounts,
  type SliceVisit,
  visitCells,
  weightedSum,
} from './partial-credit-visits.ts'
import { addPopulationGradient } from './population.ts'
import { PosteriorWalk } from './posterior-walk.ts'
import type { Rows } from './rows.ts'

/** About so many rows give an information matrix good enough for steps. */
const ROWS_TO_STEER = 2000

/**
 * Rasch, partial credit, 2PL and generalised partial credit. Their likelihood is that of an exponential
 * family: given θ it depends on a person through Σ slope·category alone, so a booklet's share is computed
 * once and a person costs items + nodes instead of items × nodes.
 */
export function partialCreditModel(layout: Layout, rows: Rows): MarginalModel {
  return {
    size: layout.size,
    gridFor: (vector, stepShare, before) => {
      const spread = unpack(layout, vector)
      return before ? gridLike(before, spread, stepShare) : gridFor(spread, stepShare)
    },
    evaluate: (vector, grid) => evaluate(layout, rows, unpack(layout, vector), grid),
    information: (vector, grid, isRough) => {
      const parameters = unpack(layout, vector)
      const tables = partialCreditTables(layout, parameters, grid)
      const counts = expectedCounts(layout, rows, parameters, grid, tables)
      const stride = isRough ? Math.max(1, Math.floor(rows.weights.length / ROWS_TO_STEER)) : 1
      return partialCreditInformation(layout, rows, parameters, grid, tables, counts, stride)
    },
  }
}

function evaluate(layout: Layout, rows: Rows, parameters: Parameters, grid: Grid): Evaluation {
  const tables = partialCreditTables(layout, parameters, grid)
  const counts = expectedCounts(layout, rows, parameters, grid, tables)
  return {
    logLikelihood: counts.logLikelihood,
    gradient: gradientOf(layout, rows, parameters, grid, tables, counts),
    maximised: () => maximisePartialCredit(layout, rows, parameters, grid, counts),
  }
}

function expectedCounts(
  layout: Layout,
  rows: Rows,
  parameters: Parameters,
  grid: Grid,
  tables: PartialCreditTables,
): PartialCreditCounts {
  const size = grid.nodes.length
  const counts: PartialCreditCounts = {
    logLikelihood: 0,
    answered: new Float64Array(layout.items * size),
    population: new Float64Array(layout.groupCount * size),
    slopeSums: new Float64Array(layout.items),
  }
  for (const [at, count] of rows.counts.entries()) {
    if (count > 0) counts.logLikelihood += count * parameters.intercepts[at]!
  }
  const cellMass = new Float64Array(size)
  const walk = new PosteriorWalk(size)
  walk.peak = size >> 1
  visitCells(layout, rows, parameters, grid, tables, (cell, tableOf) => {
    const booklet = rows.booklets[cell.booklet]!
    const slopes = Float64Array.from(booklet, (item) => parameters.slopes[item]!)
    const slopeSums = new Float64Array(booklet.length)
    cellMass.fill(0)
    for (const slice of cell.slices) {
      walkRows(rows, slopes, { cell, slice, table: tableOf(slice) }, walk, counts, cellMass, slopeSums)
    }
    for (const [at, item] of booklet.entries()) {
      addTo(counts.answered, item * size, cellMass, 1)
      counts.slopeSums[item]! += slopeSums[at]!
    }
    addTo(counts.population, cell.group * size, cellMass, 1)
  })
  return counts
}

/**
 * Walks the rows of a slice and adds up what they are expected to be.
 *
 * @param slopes of the booklet's items
 * @param cellMass expected persons at each node, as if nobody had skipped
 * @param slopeSums Σ category · E(θ) of the booklet's items
 */
function walkRows(
  { weights, scores, categories }: Rows,
  slopes: Float64Array,
  { cell, slice, table }: SliceVisit,
  walk: PosteriorWalk,
  counts: PartialCreditCounts,
  cellMass: Float64Array,
  slopeSums: Float64Array,
): void {
  const { skipped } = slice
  const size = cellMass.length
  let logLikelihood = 0
  for (let row = slice.from; row < slice.to; row++) {
    const weight = weights[row]!
    const start = cell.categoriesFrom + (row - cell.from) * slopes.length
    const score = categories ? weightedSum(slopes, categories, start) : scores![row]!
    walk.weigh(table, score)
    logLikelihood += weight * walk.logIntegral
    addMass(cellMass, 0, walk, weight / walk.sum)
    if (categories) addCategories(slopeSums, categories, start, weight * walk.mean)
    for (let at = 0; at < skipped.length; at++) {
      addMass(counts.answered, skipped[at]! * size, walk, -weight / walk.sum)
    }
  }
  counts.logLikelihood += logLikelihood
}

// Small functions a row: the engine compiles them after a few rows, not after the first few thousand.
function addMass(into: Float64Array, start: number, { mass, from, to }: PosteriorWalk, share: number): void {
  for (let q = from; q <= to; q++) into[start + q]! += mass[q]! * share
}

function addCategories(sums: Float64Array, categories: Uint8Array, start: number, mean: number): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += mean * categories[start + at]!
}

function gradientOf(
  layout: Layout,
  rows: Rows,
  { means, sds }: Parameters,
  { nodes }: Grid,
  { chance, mean }: PartialCreditTables,
  counts: PartialCreditCounts,
): Float64Array {
  const size = nodes.length
  const gradient = new Float64Array(layout.size)
  for (let item = 0; item < layout.items; item++) {
    const first = layout.interceptAt[item]!
    if (first < 0) continue
    for (let k = 0; k < layout.highest[item]!; k++) {
      const from = (layout.offset[item]! + k) * size
      let expected = 0
      for (let q = 0; q < size; q++) expected += counts.answered[item * size + q]! * chance[from + q]!
      gradient[first + k] = rows.counts[layout.offset[item]! + k]! - expected
    }
    if (layout.slopeAt[item]! < 0) continue
    let expected = 0
    for (let q = 0; q < size; q++) {
      expected += counts.answered[item * size + q]! * nodes[q]! * mean[item * size + q]!
    }
    gradient[layout.slopeAt[item]!] = counts.slopeSums[item]! - expected
  }
  addPopulationGradient(layout, { means, sds }, nodes, counts.population, gradient)
  return gradient
}

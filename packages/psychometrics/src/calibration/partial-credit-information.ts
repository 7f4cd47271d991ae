import { takeFromLower } from '../numerics/symmetric.ts'
import { completeInformation } from './complete-information.ts'
import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import { type Features, featuresOf } from './partial-credit-features.ts'
import { addSkipped, emptySkippedSums, giveBackSkipped, type SkippedSums } from './partial-credit-skipped.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'
import {
  type PartialCreditCounts,
  type SliceVisit,
  visitCells,
  weightedSum,
} from './partial-credit-visits.ts'
import { PosteriorWalk } from './posterior-walk.ts'
import type { Rows } from './rows.ts'

/** Sums over the persons of a cell. */
type Sums = {
  /** nodes × nodes, lower triangle: Σ weight · p(q) · p(r) */
  readonly crossed: Float64Array
  readonly mass: Float64Array
  /** booklet items × booklet items, lower triangle: Σ weight · category · category · Var(θ) */
  readonly products: Float64Array
  /** booklet items × nodes: Σ weight · category · p(q) · (θ(q) − E(θ)) */
  readonly tilts: Float64Array
}

/**
 * The observed information by Louis' identity, without approximation: expected information of the complete
 * data less the variance of its score given the answers. That variance needs only, per booklet and group, the
 * summed cross-products of the posterior weights and of the answers, so a person costs about nodes² / 2 +
 * items · nodes steps near the peak of the posterior.
 *
 * @param stride every how many rows are visited; 1 is exact, more is enough to steer by
 * @returns size × size, row by row
 * @see Louis (1982), JRSS B 44(2)
 */
export function partialCreditInformation(
  layout: Layout,
  rows: Rows,
  parameters: Parameters,
  grid: Grid,
  tables: PartialCreditTables,
  counts: PartialCreditCounts,
  stride: number,
): Float64Array {
  const size = grid.nodes.length
  const information = completeInformation(layout, parameters, grid, tables, counts)
  const walk = new PosteriorWalk(size)
  walk.peak = size >> 1
  visitCells(layout, rows, parameters, grid, tables, (cell, tableOf) => {
    const booklet = rows.booklets[cell.booklet]!
    const features = featuresOf(layout, booklet, cell.group, parameters, grid, tables)
    const length = rows.categories ? booklet.length : 0
    const slopes = Float64Array.from(booklet, (item) => parameters.slopes[item]!)
    const sums = emptySums(size, length)
    const skipped = emptySkippedSums(features, length)
    for (const slice of cell.slices) {
      if (Math.ceil(slice.from / stride) * stride >= slice.to) continue
      const visit = { cell, slice, table: tableOf(slice) }
      addRows(rows, slopes, visit, features, walk, sums, skipped, stride)
    }
    takeVariance(layout.size, booklet, features, sums, information)
    giveBackSkipped(layout.size, features, skipped, information)
  })
  for (let row = 0; row < layout.size; row++) {
    for (let column = 0; column < row; column++) {
      information[column * layout.size + row] = information[row * layout.size + column]!
    }
  }
  return information
}

function emptySums(size: number, length: number): Sums {
  return {
    crossed: new Float64Array(size * size),
    mass: new Float64Array(size),
    products: new Float64Array(length * length),
    tilts: new Float64Array(length * size),
  }
}

function addRows(
  { categories, scores, weights }: Rows,
  slopes: Float64Array,
  { cell, slice, table }: SliceVisit,
  features: Features,
  walk: PosteriorWalk,
  { crossed, mass, products, tilts }: Sums,
  skipped: SkippedSums,
  stride: number,
): void {
  const { nodes } = table
  const size = nodes.length
  const chosen = new Int32Array(slopes.length)
  const share = new Float64Array(size)
  const tilt = new Float64Array(size)
  const lacked = Int32Array.from(Array.from(slice.skipped).flatMap((item) => features.placesOf[item]!))
  for (let row = Math.ceil(slice.from / stride) * stride; row < slice.to; row += stride) {
    const weight = weights[row]! * stride
    const start = cell.categoriesFrom + (row - cell.from) * slopes.length
    walk.weigh(table, categories ? weightedSum(slopes, categories, start) : scores![row]!)
    const { from, to } = walk
    let variance = 0
    for (let q = from; q <= to; q++) {
      const p = walk.mass[q]! / walk.sum
      const away = nodes[q]! - walk.mean
      share[q] = p
      tilt[q] = weight * p * away
      variance += tilt[q]! * away
      mass[q]! += weight * p
    }
    addCrossed(crossed, share, weight, from, to)
    if (categories) addAnswers(products, tilts, categories, start, chosen, tilt, variance, from, to)
    if (lacked.length > 0) addSkipped(skipped, features, lacked, walk, nodes, weight, categories, start)
  }
}

// Small functions a row: the engine compiles them after a few rows, not after the first few thousand.
function addCrossed(
  crossed: Float64Array,
  share: Float64Array,
  weight: number,
  from: number,
  to: number,
): void {
  const size = share.length
  for (let q = from; q <= to; q++) {
    const scaled = weight * share[q]!
    const line = q * size
    for (let r = from; r <= q; r++) crossed[line + r]! += scaled * share[r]!
  }
}

function addAnswers(
  products: Float64Array,
  tilts: Float64Array,
  categories: Uint8Array,
  start: number,
  chosen: Int32Array,
  tilt: Float64Array,
  variance: number,
  from: number,
  to: number,
): void {
  const length = chosen.length
  const size = tilt.length
  let count = 0
  for (let at = 0; at < length; at++) if (categories[start + at]! > 0) chosen[count++] = at
  for (let one = 0; one < count; one++) {
    const at = chosen[one]!
    const category = categories[start + at]!
    const line = at * length
    const scaled = variance * category
    for (let other = 0; other <= one; other++) {
      products[line + chosen[other]!]! += scaled * categories[start + chosen[other]!]!
    }
    const tiltLine = at * size
    for (let q = from; q <= to; q++) tilts[tiltLine + q]! += category * tilt[q]!
  }
}

/** Subtracts a cell's variance of the complete-data score, as if nobody had skipped. */
function takeVariance(
  order: number,
  booklet: Int32Array,
  features: Features,
  sums: Sums,
  information: Float64Array,
): void {
  const { parameters, values, slopePlaces } = features
  const { crossed, mass, products, tilts } = sums
  const size = mass.length
  const count = parameters.length
  const applied = new Float64Array(size)
  // Nodes that nobody is near add nothing.
  let [low, high] = [0, size - 1]
  while (low < high && mass[low]! < 1e-14) low++
  while (high > low && mass[high]! < 1e-14) high--
  for (let v = 0; v < count; v++) {
    const column = v * size
    for (let q = low; q <= high; q++) {
      let sum = mass[q]! * values[column + q]!
      for (let r = low; r <= q; r++) sum -= crossed[q * size + r]! * values[column + r]!
      for (let r = q + 1; r <= high; r++) sum -= crossed[r * size + q]! * values[column + r]!
      applied[q] = sum
    }
    for (let u = v; u < count; u++) {
      let covariance = 0
      for (let q = low; q <= high; q++) covariance += values[u * size + q]! * applied[q]!
      takeFromLower(information, order, parameters[u]!, parameters[v]!, covariance)
    }
  }
  if (tilts.length === 0) return
  for (let at = 0; at < booklet.length; at++) {
    const slope = slopePlaces[at]!
    if (slope < 0) continue
    for (let v = 0; v < count; v++) {
      let covariance = 0
      for (let q = low; q <= high; q++) covariance += tilts[at * size + q]! * values[v * size + q]!
      takeFromLower(
        information,
        order,
        parameters[slope]!,
        parameters[v]!,
        v === slope ? 2 * covariance : covariance,
      )
    }
    for (let other = 0; other <= at; other++) {
      if (slopePlaces[other]! < 0) continue
      const product = products[at * booklet.length + other]!
      takeFromLower(information, order, parameters[slope]!, parameters[slopePlaces[other]!]!, product)
    }
  }
}

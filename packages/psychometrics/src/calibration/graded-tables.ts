import { logistic } from '../models/item.ts'
import { type Grid, logNormalWeights } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { Rows } from './rows.ts'

/** Values of every graded item at every node. Rows of tables run item by item over categories 0…highest. */
export type GradedTables = {
  /** rows × nodes: logarithm of the chance */
  readonly logChance: Float64Array
  /** per free item parameter the derivative of the log chances */
  readonly scores: readonly ScoreTable[]
}

/** Derivatives of the log chances of one item's categories by one of its parameters. */
export type ScoreTable = {
  readonly parameter: number
  readonly item: number
  readonly firstRow: number
  readonly rows: number
  /** categories × nodes */
  readonly values: Float64Array
}

export type GradedCounts = {
  logLikelihood: number
  /** rows × nodes: expected number of persons who chose the category */
  readonly expected: Float64Array
  /** groups × nodes */
  readonly population: Float64Array
}

/** The row of category 0 of an item. */
export function firstRowOf(layout: Layout, item: number): number {
  return layout.offset[item]! + item
}

/** Computes the tables; called once an E-step. */
export function gradedTables(layout: Layout, parameters: Parameters, grid: Grid): GradedTables {
  const size = grid.nodes.length
  const logChance = new Float64Array((layout.offset[layout.items]! + layout.items) * size)
  const scores: ScoreTable[] = []
  for (let item = 0; item < layout.items; item++) {
    const top = layout.highest[item]!
    const firstRow = firstRowOf(layout, item)
    const intercepts = parameters.intercepts.subarray(layout.offset[item]!, layout.offset[item + 1]!)
    const table = gradedItemTable(parameters.slopes[item]!, intercepts, grid.nodes)
    for (let at = 0; at < (top + 1) * size; at++)
      logChance[firstRow * size + at] = Math.log(table.chance[at]!)
    const first = layout.interceptAt[item]!
    if (first < 0) continue
    if (layout.slopeAt[item]! >= 0) {
      scores.push({
        parameter: layout.slopeAt[item]!,
        item,
        firstRow,
        rows: top + 1,
        values: table.scores[0]!,
      })
    }
    for (let k = 0; k < top; k++) {
      scores.push({ parameter: first + k, item, firstRow, rows: top + 1, values: table.scores[1 + k]! })
    }
  }
  return { logChance, scores }
}

/**
 * Chances of the categories of one graded item, and the derivatives of their logarithms by slope and by each
 * intercept (in this order), all categories × nodes.
 */
export function gradedItemTable(slope: number, intercepts: ArrayLike<number>, nodes: Float64Array) {
  const size = nodes.length
  const top = intercepts.length
  const chance = new Float64Array((top + 1) * size)
  const scores = Array.from({ length: top + 1 }, () => new Float64Array((top + 1) * size))
  for (let q = 0; q < size; q++) {
    for (let k = 0; k <= top; k++) {
      const zAbove = k === 0 ? Infinity : slope * nodes[q]! + intercepts[k - 1]!
      const zBelow = k === top ? -Infinity : slope * nodes[q]! + intercepts[k]!
      // On the side where both are near 1, differences of complements keep their digits.
      const p = zBelow > 0 ? logistic(-zBelow) - logistic(-zAbove) : logistic(zAbove) - logistic(zBelow)
      const share = Math.max(p, 1e-290)
      chance[k * size + q] = share
      const riseAbove = k === 0 ? 0 : logistic(zAbove) * logistic(-zAbove)
      const riseBelow = k === top ? 0 : logistic(zBelow) * logistic(-zBelow)
      scores[0]![k * size + q] = (nodes[q]! * (riseAbove - riseBelow)) / share
      if (k > 0) scores[k]![k * size + q] = riseAbove / share
      if (k < top) scores[k + 1]![k * size + q] = -riseBelow / share
    }
  }
  return { chance, scores }
}

export type PersonVisit = {
  group: number
  weight: number
  /** rows of the categories chosen, in the order of the booklet, without skipped items */
  answers: Int32Array
  /** posterior over the nodes, sums to 1; only from…to carry weight */
  posterior: Float64Array
  from: number
  to: number
  logIntegral: number
}

/** Calls back for every person with the posterior. The visit is reused: copy what must stay. */
export function visitPersons(
  layout: Layout,
  rows: Rows,
  { means, sds }: Parameters,
  grid: Grid,
  { logChance }: GradedTables,
  each: (visit: PersonVisit) => void,
): void {
  const size = grid.nodes.length
  const posterior = new Float64Array(size)
  for (const cell of rows.cells) {
    const booklet = rows.booklets[cell.booklet]!
    const prior = logNormalWeights(grid, means[cell.group]!, sds[cell.group]!)
    for (const slice of cell.slices) {
      const places = [...booklet.keys()].filter((at) => !slice.skipped.includes(booklet[at]!))
      const answers = new Int32Array(places.length)
      const firstRows = places.map((at) => firstRowOf(layout, booklet[at]!))
      for (let row = slice.from; row < slice.to; row++) {
        const start = cell.categoriesFrom + (row - cell.from) * booklet.length
        posterior.set(prior)
        for (let at = 0; at < answers.length; at++) {
          const answer = firstRows[at]! + rows.categories![start + places[at]!]!
          answers[at] = answer
          for (let q = 0, from = answer * size; q < size; q++, from++) posterior[q]! += logChance[from]!
        }
        const weighed = weigh(posterior)
        each({ group: cell.group, weight: rows.weights[row]!, answers, posterior, ...weighed })
      }
    }
  }
}

/** Turns log weights into a distribution in place. */
function weigh(posterior: Float64Array): { from: number; to: number; logIntegral: number } {
  let most = -Infinity
  for (const value of posterior) if (value > most) most = value
  let [sum, from, to] = [0, posterior.length, 0]
  for (let q = 0; q < posterior.length; q++) {
    const below = posterior[q]! - most
    const weight = below < -37 ? 0 : Math.exp(below)
    posterior[q] = weight
    sum += weight
    if (weight > 0) {
      if (q < from) from = q
      to = q
    }
  }
  for (let q = from; q <= to; q++) posterior[q]! /= sum
  return { from, to, logIntegral: most + Math.log(sum) }
}

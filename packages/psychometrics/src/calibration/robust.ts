import type { Summit } from './climb.ts'
import {
  firstRowOf,
  type GradedTables,
  gradedTables,
  type ScoreTable,
  visitPersons,
} from './graded-tables.ts'
import { type Grid, gridFor } from './grid.ts'
import type { ModelName } from './options.ts'
import { type Layout, type Parameters, unpack } from './parameters.ts'
import { partialCreditTables } from './partial-credit-tables.ts'
import type { Rows } from './rows.ts'

/**
 * Covariance of the parameters that holds for sampling weights: the inverse information on both sides of the
 * squared weighted scores of the persons.
 *
 * @param bread the inverse of the information at the maximum
 * @returns size × size
 * @see White (1982), Econometrica 50(1); Binder (1983), International Statistical Review 51(3)
 */
export function robustCovariance(
  layout: Layout,
  rows: Rows,
  model: ModelName,
  { vector, nodes }: Pick<Summit, 'vector' | 'nodes'>,
  bread: Float64Array,
): Float64Array {
  const parameters = unpack(layout, vector)
  // As fine as the climb needed at the end: one group's nodes span 18 standard deviations, several groups' more.
  const grid = gridFor(parameters, Math.min(0.1, 18 / (nodes - 1)))
  const tables =
    model === 'grm' ? gradedTables(layout, parameters, grid) : asCategories(layout, parameters, grid)
  const order = layout.size
  const meat = squaredScores(layout, rows, parameters, grid, tables)
  return multiply(multiply(bread, meat, order), bread, order)
}

function squaredScores(layout: Layout, rows: Rows, parameters: Parameters, grid: Grid, tables: GradedTables) {
  const order = layout.size
  const size = grid.nodes.length
  const meat = new Float64Array(order * order)
  const scoresOfRow = new Map<number, { parameter: number; values: Float64Array }[]>()
  for (const { parameter, firstRow, rows: count, values } of tables.scores) {
    for (let k = 0; k < count; k++) {
      const of = scoresOfRow.get(firstRow + k) ?? []
      of.push({ parameter, values: values.subarray(k * size, (k + 1) * size) })
      scoresOfRow.set(firstRow + k, of)
    }
  }
  const score = new Float64Array(order)
  visitPersons(layout, rows, parameters, grid, tables, ({ group, weight, answers, posterior, from, to }) => {
    score.fill(0)
    for (const row of answers) {
      for (const { parameter, values } of scoresOfRow.get(row) ?? []) {
        for (let q = from; q <= to; q++) score[parameter]! += posterior[q]! * values[q]!
      }
    }
    for (let q = from; q <= to; q++) {
      const z = (grid.nodes[q]! - parameters.means[group]!) / parameters.sds[group]!
      if (layout.meanAt[group]! >= 0)
        score[layout.meanAt[group]!]! += (posterior[q]! * z) / parameters.sds[group]!
      if (layout.logSdAt[group]! >= 0) score[layout.logSdAt[group]!]! += posterior[q]! * (z * z - 1)
    }
    for (let u = 0; u < order; u++) {
      for (let v = 0; v < order; v++) meat[u * order + v]! += weight ** 2 * score[u]! * score[v]!
    }
  })
  return meat
}

/** Partial credit items in the tables that person-by-person work reads. */
export function asCategories(layout: Layout, parameters: Parameters, grid: Grid): GradedTables {
  const size = grid.nodes.length
  const { chance, mean, logSum } = partialCreditTables(layout, parameters, grid)
  const logChance = new Float64Array((layout.offset[layout.items]! + layout.items) * size)
  const scores: ScoreTable[] = []
  for (let item = 0; item < layout.items; item++) {
    const [top, offset, firstRow] = [layout.highest[item]!, layout.offset[item]!, firstRowOf(layout, item)]
    const table = (value: (k: number, q: number) => number) => {
      return Float64Array.from({ length: (top + 1) * size }, (_, at) =>
        value(Math.floor(at / size), at % size),
      )
    }
    const exponent = (k: number, q: number) => {
      return k === 0
        ? 0
        : parameters.slopes[item]! * k * grid.nodes[q]! + parameters.intercepts[offset + k - 1]!
    }
    logChance.set(
      table((k, q) => exponent(k, q) - logSum[item * size + q]!),
      firstRow * size,
    )
    const add = (parameter: number, values: Float64Array) => {
      if (parameter >= 0) scores.push({ parameter, item, firstRow, rows: top + 1, values })
    }
    if (layout.interceptAt[item]! < 0) continue
    add(
      layout.slopeAt[item]!,
      table((k, q) => grid.nodes[q]! * (k - mean[item * size + q]!)),
    )
    for (let l = 1; l <= top; l++) {
      const values = table((k, q) => Number(k === l) - chance[(offset + l - 1) * size + q]!)
      add(layout.interceptAt[item]! + l - 1, values)
    }
  }
  return { logChance, scores }
}

function multiply(one: Float64Array, other: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const value = one[row * size + k]!
      for (let column = 0; column < size; column++)
        product[row * size + column]! += value * other[k * size + column]!
    }
  }
  return product
}

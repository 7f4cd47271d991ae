import { type GradedCounts, type GradedTables, gradedItemTable, visitPersons } from './graded-tables.ts'
import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import { addPopulationInformation } from './population.ts'
import type { Rows } from './rows.ts'

/**
 * The observed information of graded response by Louis' identity, person by person: expected information of
 * the complete data less the variance of its score over the person's posterior.
 *
 * @returns size × size, row by row
 */
export function gradedInformation(
  layout: Layout,
  rows: Rows,
  parameters: Parameters,
  grid: Grid,
  tables: GradedTables,
  counts: GradedCounts,
): Float64Array {
  const order = layout.size
  const size = grid.nodes.length
  const information = new Float64Array(order * order)
  addItemCurvature(layout, parameters, grid, tables, counts, information)
  addPopulationInformation(layout, parameters, grid.nodes, counts.population, information)
  const scoresOfItem = Array.from({ length: layout.items }, (_, item) =>
    tables.scores.filter((score) => score.item === item),
  )
  const itemOfRow = new Int32Array(layout.offset[layout.items]! + layout.items)
  for (const { item, firstRow, rows: count } of tables.scores)
    itemOfRow.fill(item, firstRow, firstRow + count)
  const centred = new Float64Array(order * size)
  const known = new Int32Array(order)
  visitPersons(layout, rows, parameters, grid, tables, ({ group, weight, answers, posterior, from, to }) => {
    let count = 0
    const width = to - from + 1
    const add = (parameter: number, valueAt: (q: number) => number) => {
      let mean = 0
      for (let q = from; q <= to; q++) {
        centred[count * width + q - from] = valueAt(q)
        mean += posterior[q]! * valueAt(q)
      }
      for (let at = 0; at < width; at++) centred[count * width + at]! -= mean
      known[count++] = parameter
    }
    for (const row of answers) {
      for (const { parameter, firstRow, values } of scoresOfItem[itemOfRow[row]!]!) {
        add(parameter, (q) => values[(row - firstRow) * size + q]!)
      }
    }
    const z = (q: number) => (grid.nodes[q]! - parameters.means[group]!) / parameters.sds[group]!
    if (layout.meanAt[group]! >= 0) add(layout.meanAt[group]!, (q) => z(q) / parameters.sds[group]!)
    if (layout.logSdAt[group]! >= 0) add(layout.logSdAt[group]!, (q) => z(q) ** 2 - 1)
    for (let u = 0; u < count; u++) {
      for (let v = 0; v <= u; v++) {
        let covariance = 0
        for (let at = 0; at < width; at++) {
          covariance += posterior[from + at]! * centred[u * width + at]! * centred[v * width + at]!
        }
        const [a, b] = [known[u]!, known[v]!]
        information[Math.max(a, b) * order + Math.min(a, b)]! -= weight * covariance
      }
    }
  })
  for (let row = 0; row < order; row++) {
    for (let column = 0; column < row; column++) {
      information[column * order + row] = information[row * order + column]!
    }
  }
  return information
}

const SMALL = 1e-5

/** Minus the derivative of the expected complete-data score, by central differences of the exact score. */
function addItemCurvature(
  layout: Layout,
  { slopes, intercepts }: Parameters,
  { nodes }: Grid,
  tables: GradedTables,
  { expected }: GradedCounts,
  information: Float64Array,
): void {
  const size = nodes.length
  const order = layout.size
  for (const { parameter, item, firstRow, rows } of tables.scores) {
    const first = layout.interceptAt[item]!
    const own = intercepts.slice(layout.offset[item]!, layout.offset[item + 1]!)
    const place = parameter === layout.slopeAt[item]! ? 0 : parameter - first + 1
    const shifted = (by: number) => {
      const moved = own.slice()
      if (place > 0) moved[place - 1]! += by
      return gradedItemTable(slopes[item]! + (place === 0 ? by : 0), moved, nodes).scores
    }
    const [above, below] = [shifted(SMALL), shifted(-SMALL)]
    for (let other = 0; other <= place; other++) {
      const otherAt = other === 0 ? layout.slopeAt[item]! : first + other - 1
      let sum = 0
      for (let at = 0; at < rows * size; at++) {
        sum += expected[firstRow * size + at]! * (above[other]![at]! - below[other]![at]!)
      }
      information[Math.max(parameter, otherAt) * order + Math.min(parameter, otherAt)]! -= sum / (2 * SMALL)
    }
  }
}

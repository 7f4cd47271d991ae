import { gradedInformation } from './graded-information.ts'
import { maximiseGraded } from './graded-maximise.ts'
import { type GradedCounts, type GradedTables, gradedTables, visitPersons } from './graded-tables.ts'
import { type Grid, gridFor, gridLike } from './grid.ts'
import type { MarginalModel } from './marginal-model.ts'
import { type Layout, type Parameters, unpack } from './parameters.ts'
import { addPopulationGradient } from './population.ts'
import type { Rows } from './rows.ts'

/** Graded response: no sum of categories suffices, so every person visits items × nodes. */
export function gradedModel(layout: Layout, rows: Rows): MarginalModel {
  return {
    size: layout.size,
    gridFor: (vector, stepShare, before) => {
      const spread = unpack(layout, vector)
      return before ? gridLike(before, spread, stepShare) : gridFor(spread, stepShare)
    },
    evaluate: (vector, grid) => {
      const parameters = unpack(layout, vector)
      const tables = gradedTables(layout, parameters, grid)
      const counts = expectedCounts(layout, rows, parameters, grid, tables)
      return {
        logLikelihood: counts.logLikelihood,
        gradient: gradientOf(layout, parameters, grid, tables, counts),
        maximised: () => maximiseGraded(layout, parameters, grid, counts),
      }
    },
    information: (vector, grid) => {
      const parameters = unpack(layout, vector)
      const tables = gradedTables(layout, parameters, grid)
      const counts = expectedCounts(layout, rows, parameters, grid, tables)
      return gradedInformation(layout, rows, parameters, grid, tables, counts)
    },
  }
}

function expectedCounts(
  layout: Layout,
  rows: Rows,
  parameters: Parameters,
  grid: Grid,
  tables: GradedTables,
): GradedCounts {
  const size = grid.nodes.length
  const counts: GradedCounts = {
    logLikelihood: 0,
    expected: new Float64Array((layout.offset[layout.items]! + layout.items) * size),
    population: new Float64Array(layout.groupCount * size),
  }
  visitPersons(
    layout,
    rows,
    parameters,
    grid,
    tables,
    ({ group, weight, answers, posterior, logIntegral, from, to }) => {
      counts.logLikelihood += weight * logIntegral
      for (let q = from; q <= to; q++) counts.population[group * size + q]! += weight * posterior[q]!
      for (const row of answers) {
        for (let q = from; q <= to; q++) counts.expected[row * size + q]! += weight * posterior[q]!
      }
    },
  )
  return counts
}

function gradientOf(
  layout: Layout,
  { means, sds }: Parameters,
  { nodes }: Grid,
  tables: GradedTables,
  counts: GradedCounts,
): Float64Array {
  const size = nodes.length
  const gradient = new Float64Array(layout.size)
  for (const score of tables.scores) {
    let sum = 0
    for (let k = 0; k < score.rows; k++) {
      for (let q = 0; q < size; q++) {
        sum += counts.expected[(score.firstRow + k) * size + q]! * score.values[k * size + q]!
      }
    }
    gradient[score.parameter] = sum
  }
  addPopulationGradient(layout, { means, sds }, nodes, counts.population, gradient)
  return gradient
}

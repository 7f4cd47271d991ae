import { chooseColumns, independentColumns, type Matrix, multiply } from '../linear-algebra/matrix.ts'
import { orthonormalise } from '../linear-algebra/orthonormal.ts'

/** What a weighted least-squares regression on the columns makes of the values, one for each row. */
export function fittedValues(columns: Matrix, weights: Float64Array, values: Float64Array): Float64Array {
  const { roots, q } = weightedBasis(columns, weights)
  const scaled = values.map((value, i) => value * roots[i]!)
  const slopes = columnTotals(q, scaled).map((sum) => sum / q.rows)
  return multiply(q, slopes).map((value, i) => value / roots[i]!)
}

/**
 * The relative changes of weights, a linear function of the columns, that add `gaps` to the weighted column totals.
 * Gaps of columns that depend on earlier ones are left as they come.
 */
export function changesToReach(columns: Matrix, weights: Float64Array, gaps: Float64Array): Float64Array {
  const { roots, q, r, kept } = weightedBasis(columns, weights)
  const p = kept.length
  const parts = new Float64Array(p)
  kept.forEach((column, j) => {
    let rest = gaps[column]! / q.rows
    for (let k = 0; k < j; k++) rest -= r[k * p + j]! * parts[k]!
    parts[j] = rest / r[j * p + j]!
  })
  return multiply(q, parts).map((value, i) => value / roots[i]!)
}

/** Independent columns times the roots of the weights, made orthonormal, so that no unit costs digits. */
function weightedBasis(columns: Matrix, weights: Float64Array) {
  const kept = independentColumns(columns)
  const roots = weights.map(Math.sqrt)
  const chosen = chooseColumns(columns, kept)
  const values = chosen.values.map((value, at) => value * roots[Math.floor(at / kept.length)]!)
  return { kept, roots, ...orthonormalise({ ...chosen, values }) }
}

/** Σ weight times each column. */
export function columnTotals({ columns, values }: Matrix, weights: Float64Array): Float64Array {
  const totals = new Float64Array(columns)
  weights.forEach((weight, i) => {
    for (let j = 0; j < columns; j++) {
      totals[j]! += weight * values[i * columns + j]!
    }
  })
  return totals
}

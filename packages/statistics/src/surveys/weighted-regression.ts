import { cholesky, solveCholesky } from '../linear-algebra/cholesky.ts'
import { independentColumns, type Matrix } from '../linear-algebra/matrix.ts'

/**
 * Solves Σ weight·x·xᵀ·slopes = right over the rows x of a matrix.
 *
 * @param weights above 0, one for each row
 * @param right one number for each column
 * @returns one slope for each column, 0 for columns that depend on earlier ones
 * @throws RangeError when columns are too nearly dependent; `caller` names the function in the message
 */
export function solveWeighted(
  caller: string,
  { rows, columns: p, values: x }: Matrix,
  weights: Float64Array,
  right: Float64Array,
): Float64Array {
  const kept = independentColumns({ rows, columns: p, values: x })
  const q = kept.length
  const crossed = new Float64Array(q * q)
  weights.forEach((weight, i) => {
    kept.forEach((column, a) => {
      const scaled = weight * (x[i * p + column] as number)
      kept.forEach((other, b) => {
        crossed[a * q + b] = (crossed[a * q + b] as number) + scaled * (x[i * p + other] as number)
      })
    })
  })
  const factor = cholesky(crossed, q)
  if (!factor) throw new RangeError(`${caller}: columns are too nearly dependent`)
  const solved = solveCholesky(
    factor,
    q,
    kept.map((column) => right[column] as number),
  )
  const slopes = new Float64Array(p)
  kept.forEach((column, a) => {
    slopes[column] = solved[a] as number
  })
  return slopes
}

/** Σ weight times each column. */
export function columnTotals({ columns, values }: Matrix, weights: Float64Array): Float64Array {
  const totals = new Float64Array(columns)
  weights.forEach((weight, i) => {
    for (let j = 0; j < columns; j++) {
      totals[j] = (totals[j] as number) + weight * (values[i * columns + j] as number)
    }
  })
  return totals
}

import { cholesky, solveCholesky } from '../linear-algebra/cholesky.ts'
import {
  checkLength,
  checkMatrix,
  checkNumbers,
  independentColumns,
  type Matrix,
} from '../linear-algebra/matrix.ts'
import type { SurveyDesign } from './design.ts'
import { refusalsOf, type WeightRefusal } from './refusals.ts'
import { kishEffectiveSize } from './weights.ts'

/** A design with new weights, and what is to be known before they are used. */
export type Weighted = {
  design: SurveyDesign
  converged: boolean
  /** Rounds it took; 1 for what needs no repetition. */
  iterations: number
  /** Largest distance between a wanted and a reached total, at the end. */
  largestGap: number
  /** Smallest and largest factor by which a weight changed. */
  leastFactor: number
  mostFactor: number
  /** What unequal weights cost, and the respondents of equal weight that would tell as much. */
  designEffect: number
  effectiveSize: number
  /** Why these weights should not be used. When there is a reason, report unweighted, with it as caveat. */
  refusals: WeightRefusal[]
}

/**
 * Linear calibration (generalised regression, GREG): the weights closest to the present ones with which the
 * auxiliary columns have the totals known for the population. Weights can become negative; the refusals say so.
 *
 * @param columns auxiliary values, `respondents × columns`; usually a column of ones among them
 * @param totals of each column in the population
 * @throws RangeError when shapes differ, or dependent columns are given totals that contradict each other
 * @see Deville & Särndal (1992), JASA 87(418); agrees with R `survey::calibrate`
 */
export function calibrate(design: SurveyDesign, columns: Matrix, totals: ArrayLike<number>): Weighted {
  checkMatrix('calibrate', columns, 'columns')
  checkLength('calibrate', new Uint8Array(columns.rows), design.respondents, 'rows')
  checkLength('calibrate', totals, columns.columns, 'totals')
  checkNumbers('calibrate', totals, 'total')
  const factors = linearFactors(columns, design.weights, totals)
  const weights = design.weights.map((weight, i) => weight * (factors[i] as number))
  return weighted(design, columns, weights, totals, 1, [])
}

/** Puts new weights into a design and says how they came out. */
export function weighted(
  design: SurveyDesign,
  columns: Matrix,
  weights: Float64Array,
  totals: ArrayLike<number>,
  iterations: number,
  margins: Parameters<typeof refusalsOf>[1],
): Weighted {
  const reached = columnTotals(columns, weights)
  const largestGap = reached.reduce(
    (most, total, j) => Math.max(most, Math.abs(total - (totals[j] as number))),
    0,
  )
  const scale = Array.from(totals).reduce((most, total) => Math.max(most, Math.abs(total)), 0)
  const tolerance = 1e-9 * scale
  const factors = weights.map((weight, i) => weight / (design.weights[i] as number))
  return {
    design: {
      ...design,
      weights,
      calibrations: [...design.calibrations, { columns, before: design.weights, after: weights }],
    },
    converged: largestGap <= tolerance,
    iterations,
    largestGap,
    leastFactor: factors.reduce((least, factor) => Math.min(least, factor), Infinity),
    mostFactor: factors.reduce((most, factor) => Math.max(most, factor), -Infinity),
    ...kishEffectiveSize(weights.map((weight) => Math.max(0, weight))),
    refusals: refusalsOf(weights, margins, largestGap, tolerance),
  }
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

function linearFactors(columns: Matrix, weights: Float64Array, totals: ArrayLike<number>): Float64Array {
  const { columns: p, values: x } = columns
  const kept = independentColumns(columns)
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
  const now = columnTotals(columns, weights)
  const gaps = kept.map((column) => (totals[column] as number) - (now[column] as number))
  const factor = cholesky(crossed, q)
  if (!factor) throw new RangeError('calibrate: columns are too nearly dependent')
  const slopes = solveCholesky(factor, q, gaps)
  return weights.map(
    (_, i) =>
      1 + kept.reduce((sum, column, a) => sum + (x[i * p + column] as number) * (slopes[a] as number), 0),
  )
}

import { checkLength, checkMatrix, checkNumbers, type Matrix } from '../linear-algebra/matrix.ts'
import type { SurveyDesign } from './design.ts'
import type { Codes } from './labels.ts'
import { refusalsOf, type WeightRefusal } from './refusals.ts'
import { changesToReach, columnTotals } from './weighted-regression.ts'
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
 * auxiliary columns have the totals known for the population. Weights can become negative, and totals of dependent
 * columns can contradict each other and stay out of reach; the refusals say so.
 *
 * @param columns auxiliary values, `respondents × columns`; usually a column of ones among them
 * @param totals of each column in the population
 * @throws RangeError when shapes differ, a number is not finite, or a present weight is not positive
 * @see Deville & Särndal (1992), JASA 87(418); agrees with R `survey::calibrate`
 */
export function calibrate(design: SurveyDesign, columns: Matrix, totals: ArrayLike<number>): Weighted {
  checkMatrix('calibrate', columns, 'columns')
  checkLength('calibrate', new Uint8Array(columns.rows), design.respondents, 'rows')
  checkLength('calibrate', totals, columns.columns, 'totals')
  checkNumbers('calibrate', totals, 'total')
  checkWeights('calibrate', design)
  const factors = linearFactors(columns, design.weights, totals)
  const weights = design.weights.map((weight, i) => weight * factors[i]!)
  return weighted(design, { columns, totals, weights, iterations: 1, margins: [] })
}

/** Refuses to fit weights that an earlier calibration has pulled to 0 or below. */
export function checkWeights(caller: string, { weights }: SurveyDesign): void {
  const at = weights.findIndex((weight) => !(weight > 0))
  if (at !== -1) throw new RangeError(`${caller}: weight ${weights[at]} at ${at} is not positive`)
}

/** New weights, what they were to reach, and how. */
type Fitting = {
  columns: Matrix
  totals: ArrayLike<number>
  weights: Float64Array
  iterations: number
  /** Categories of which each needs enough respondents. */
  margins: readonly Codes[]
  /** The gap between wanted and reached totals that is allowed; a billionth of the largest total when left out. */
  tolerance?: number
}

/** Puts new weights into a design and says how they came out. */
export function weighted(design: SurveyDesign, fitting: Fitting): Weighted {
  const { columns, totals, weights, iterations, margins } = fitting
  const { tolerance = 1e-9 * mostOf(Float64Array.from(totals, Math.abs)) } = fitting
  const largestGap = mostOf(
    columnTotals(columns, weights).map((reached, j) => Math.abs(reached - totals[j]!)),
  )
  const cost = kishEffectiveSize(weights.map((weight) => Math.max(0, weight)))
  const factors = weights.map((weight, i) => weight / design.weights[i]!)
  return {
    design: {
      ...design,
      weights,
      calibrations: [...design.calibrations, { columns, before: design.weights }],
    },
    converged: largestGap <= tolerance,
    iterations,
    largestGap,
    leastFactor: factors.reduce((least, factor) => Math.min(least, factor), Infinity),
    mostFactor: mostOf(factors),
    ...cost,
    refusals: refusalsOf(weights, cost.designEffect, margins, largestGap, tolerance),
  }
}

function mostOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity)
}

function linearFactors(columns: Matrix, weights: Float64Array, totals: ArrayLike<number>): Float64Array {
  const gaps = columnTotals(columns, weights).map((now, j) => totals[j]! - now)
  return changesToReach(columns, weights, gaps).map((change) => 1 + change)
}

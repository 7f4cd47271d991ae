import { cholesky, logDeterminant, solveCholesky, solveLower } from '../linear-algebra/cholesky.ts'
import type { GroupSums, TotalSums } from './group-sums.ts'
import type { MultilevelMethod, MultilevelPrior } from './options.ts'

/** What the likelihood is at given relative random effects, with the best fixed effects and residual variance. */
export type ProfiledDeviance = {
  deviance: number
  /** The deviance less twice the log of the prior: what is to be least. */
  criterion: number
  slopes: Float64Array
  residualVariance: number
  /** Cholesky factor of XᵀV⁻¹X, where V is in units of the residual variance. */
  precision: Float64Array
}

/**
 * −2 log-likelihood with fixed effects and residual variance at their best; infinite where rounding leaves none,
 * and under the weak prior where the covariance is singular.
 *
 * @param theta lower triangle, row after row, of the Cholesky factor of the random effects' covariance over the
 * residual variance
 * @see Bates, Mächler, Bolker & Walker (2015), Journal of Statistical Software 67(1), eq. 35 and 42
 */
export function profiledDeviance(
  sums: readonly GroupSums[],
  { n, xx, xy, yy }: TotalSums,
  theta: ArrayLike<number>,
  method: MultilevelMethod,
  prior: MultilevelPrior,
): ProfiledDeviance {
  const p = xy.length
  const q = sums[0]!.zy.length
  const lambda = lowerTriangle(theta, q)
  const precisionSums = Float64Array.from(xx)
  const right = Float64Array.from(xy)
  let squares = yy
  let logDeterminants = 0
  for (const group of sums) {
    const factor = relativeFactor(group, lambda, q)
    logDeterminants += logDeterminant(factor, q)
    const halfY = solveLower(factor, q, transposedTimes(lambda, group.zy, q, 1))
    const halfX = solveLowerColumns(factor, q, transposedTimes(lambda, group.zx, q, p), p)
    for (let a = 0; a < q; a++) {
      squares -= halfY[a]! ** 2
      for (let j = 0; j < p; j++) {
        const value = halfX[a * p + j]!
        right[j]! -= value * halfY[a]!
        for (let k = 0; k < p; k++) {
          precisionSums[j * p + k]! -= value * halfX[a * p + k]!
        }
      }
    }
  }
  const impossible = { deviance: Infinity, criterion: Infinity, residualVariance: 0 }
  const precision = cholesky(precisionSums, p)
  if (!precision) return { ...impossible, slopes: right, precision: precisionSums }
  const slopes = solveCholesky(precision, p, right)
  squares -= slopes.reduce((sum, slope, j) => sum + slope * right[j]!, 0)
  if (!(squares > 0)) return { ...impossible, slopes, precision }
  const freedom = method === 'ml' ? n : n - p
  // Σ is in units of the residual variance, so the prior has a word on that as well.
  const residualVariance = squares / (prior === 'weak' ? freedom - q : freedom)
  const restriction = method === 'ml' ? 0 : logDeterminant(precision, p)
  const deviance =
    logDeterminants +
    restriction +
    freedom * Math.log(2 * Math.PI * residualVariance) +
    squares / residualVariance
  const logPrior =
    prior === 'weak' ? logDeterminant(lambda.map(Math.abs), q) + q * Math.log(residualVariance) : 0
  return { deviance, criterion: deviance - logPrior, slopes, residualVariance, precision }
}

/** The lower triangular matrix whose entries are listed row after row. */
export function lowerTriangle(theta: ArrayLike<number>, q: number): Float64Array {
  const lambda = new Float64Array(q * q)
  for (let i = 0, at = 0; i < q; i++) for (let j = 0; j <= i; j++, at++) lambda[i * q + j] = theta[at]!
  return lambda
}

/** Cholesky factor of I + ΛᵀZᵀZΛ. */
export function relativeFactor({ zz }: GroupSums, lambda: Float64Array, q: number): Float64Array {
  const half = transposedTimes(lambda, zz, q, q)
  const whole = new Float64Array(q * q)
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let sum = i === j ? 1 : 0
      for (let k = 0; k < q; k++) sum += half[i * q + k]! * lambda[k * q + j]!
      whole[i * q + j] = sum
    }
  }
  return cholesky(whole, q) as Float64Array
}

/** Λᵀ·M for M `q × columns`. */
export function transposedTimes(
  lambda: Float64Array,
  m: Float64Array,
  q: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(q * columns)
  for (let i = 0; i < q; i++) {
    for (let k = 0; k < q; k++) {
      const share = lambda[k * q + i]!
      for (let j = 0; j < columns; j++) {
        product[i * columns + j]! += share * m[k * columns + j]!
      }
    }
  }
  return product
}

function solveLowerColumns(
  factor: Float64Array,
  q: number,
  right: Float64Array,
  columns: number,
): Float64Array {
  const solved = new Float64Array(q * columns)
  for (let j = 0; j < columns; j++) {
    const column = solveLower(
      factor,
      q,
      Float64Array.from({ length: q }, (_, i) => right[i * columns + j]!),
    )
    column.forEach((value, i) => {
      solved[i * columns + j] = value
    })
  }
  return solved
}

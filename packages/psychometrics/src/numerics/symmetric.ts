import { cholesky, invertCholesky } from '@izaugsme/statistics'

/** What is left of a diagonal entry at least, or the row counts as a combination of those before. */
const LEFT = 1e-13

/**
 * Lower Cholesky factor of a symmetric matrix, `size × size`; only the lower triangle is read. Undefined when the
 * matrix is not positive definite by more than rounding error.
 */
export function definiteFactor(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = cholesky(matrix, size)
  if (!factor) return undefined
  for (let at = 0; at < matrix.length; at += size + 1) {
    if (factor[at]! ** 2 <= matrix[at]! * LEFT) return undefined
  }
  return factor
}

/** The inverse of a symmetric positive definite matrix, or undefined when it is none. */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = definiteFactor(matrix, size)
  return factor && invertCholesky(factor, size)
}

/** Subtracts from the lower triangle of an order × order matrix, whichever way round the two are named. */
export function takeFromLower(
  matrix: Float64Array,
  order: number,
  one: number,
  other: number,
  what: number,
): void {
  matrix[Math.max(one, other) * order + Math.min(one, other)]! -= what
}

/**
 * Cholesky factor L of a symmetric positive definite matrix, L·Lᵀ = matrix.
 *
 * @param matrix size × size, row by row; only the lower triangle is read
 * @returns size × size, or undefined when the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k++) sum -= factor[row * size + k]! * factor[column * size + k]!
      if (row !== column) {
        factor[row * size + column] = sum / factor[column * size + column]!
      } else {
        if (!(sum > matrix[row * size + row]! * 1e-13)) return undefined
        factor[row * size + row] = Math.sqrt(sum)
      }
    }
  }
  return factor
}

/** Solves L·Lᵀ·x = right for a Cholesky factor L. */
export function solveCholesky(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length
  const x = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    let sum = x[row]!
    for (let k = 0; k < row; k++) sum -= factor[row * size + k]! * x[k]!
    x[row] = sum / factor[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row]!
    for (let k = row + 1; k < size; k++) sum -= factor[k * size + row]! * x[k]!
    x[row] = sum / factor[row * size + row]!
  }
  return x
}

/** The inverse of a symmetric positive definite matrix, or undefined when it is none. */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = cholesky(matrix, size)
  if (!factor) return undefined
  const inverse = new Float64Array(size * size)
  const unit = new Float64Array(size)
  for (let column = 0; column < size; column++) {
    unit[column] = 1
    inverse.set(solveCholesky(factor, unit), column * size)
    unit[column] = 0
  }
  return inverse
}

/**
 * Lower Cholesky factor of a symmetric matrix `n × n`, row after row; only the lower triangle is read.
 * Undefined when the matrix is not positive definite.
 */
export function cholesky(matrix: ArrayLike<number>, n: number): Float64Array | undefined {
  const factor = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let rest = matrix[i * n + j]!
      for (let k = 0; k < j; k++) rest -= factor[i * n + k]! * factor[j * n + k]!
      if (i === j) {
        if (!(rest > 0)) return undefined
        factor[i * n + i] = Math.sqrt(rest)
      } else {
        factor[i * n + j] = rest / factor[j * n + j]!
      }
    }
  }
  return factor
}

/** Solves L·Lᵀ·x = right for a factor made by `cholesky`. */
export function solveCholesky(factor: Float64Array, n: number, right: ArrayLike<number>): Float64Array {
  const x = solveLower(factor, n, right)
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!
    for (let k = i + 1; k < n; k++) rest -= factor[k * n + i]! * x[k]!
    x[i] = rest / factor[i * n + i]!
  }
  return x
}

/** Solves L·x = right for a factor made by `cholesky`. */
export function solveLower(factor: Float64Array, n: number, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let rest = right[i]!
    for (let k = 0; k < i; k++) rest -= factor[i * n + k]! * x[k]!
    x[i] = rest / factor[i * n + i]!
  }
  return x
}

/** The inverse of L·Lᵀ, `n × n`. */
export function invertCholesky(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n)
    unit[j] = 1
    const column = solveCholesky(factor, n, unit)
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!
  }
  return inverse
}

/** log determinant of L·Lᵀ. */
export function logDeterminant(factor: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += 2 * Math.log(factor[i * n + i]!)
  return sum
}

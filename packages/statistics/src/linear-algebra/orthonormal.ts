import type { Matrix } from './matrix.ts'

/** A matrix as Q·R, with columns of Q of mean square 1 and at right angles, and R upper triangular. */
export type Orthonormal = { q: Matrix; r: Float64Array }

/**
 * Takes a matrix of full column rank apart, so that neither units nor correlated columns cost digits later.
 *
 * @see modified Gram–Schmidt, done twice
 */
export function orthonormalise({ rows, columns, values }: Matrix): Orthonormal {
  const q = Float64Array.from(values)
  const r = new Float64Array(columns * columns)
  for (let j = 0; j < columns; j++) {
    for (let round = 0; round < 2; round++) {
      for (let k = 0; k < j; k++) {
        const share = innerMean(q, rows, columns, k, j)
        r[k * columns + j]! += share
        for (let i = 0; i < rows; i++) {
          q[i * columns + j]! -= share * q[i * columns + k]!
        }
      }
    }
    const length = Math.sqrt(innerMean(q, rows, columns, j, j))
    r[j * columns + j] = length
    for (let i = 0; i < rows; i++) q[i * columns + j]! /= length
  }
  return { q: { rows, columns, values: q }, r }
}

/** The inverse of an upper triangular matrix. */
export function invertUpper(r: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    inverse[j * n + j] = 1 / r[j * n + j]!
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0
      for (let k = i + 1; k <= j; k++) sum += r[i * n + k]! * inverse[k * n + j]!
      inverse[i * n + j] = -sum / r[i * n + i]!
    }
  }
  return inverse
}

/** A·M·Aᵀ for square matrices. */
export function sandwich(a: Float64Array, m: Float64Array, n: number): Float64Array {
  const half = new Float64Array(n * n)
  const whole = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) half[i * n + j]! += a[i * n + k]! * m[k * n + j]!
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) whole[i * n + j]! += half[i * n + k]! * a[j * n + k]!
    }
  }
  return whole
}

function innerMean(values: Float64Array, rows: number, columns: number, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < rows; i++) sum += values[i * columns + a]! * values[i * columns + b]!
  return sum / rows
}

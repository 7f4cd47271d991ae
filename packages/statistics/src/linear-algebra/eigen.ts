/** Eigenvalues, the largest first, and eigenvectors in the columns of `vectors`, `n × n` row after row. */
export type Eigen = { values: Float64Array; vectors: Float64Array }

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @see cyclic Jacobi rotations; Golub & Van Loan (2013), Matrix Computations, §8.5
 */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 60 && offDiagonal(a, n) > 1e-30; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!)
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]!),
    vectors: Float64Array.from({ length: n * n }, (_, at) => v[Math.floor(at / n) * n + order[at % n]!]!),
  }
}

/** Sum of squares beside the diagonal, relative to all. */
function offDiagonal(a: Float64Array, n: number): number {
  let beside = 0
  let all = 0
  a.forEach((value, at) => {
    all += value * value
    if (at % (n + 1) !== 0) beside += value * value
  })
  return all === 0 ? 0 : beside / all
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const beside = a[p * n + q]!
  if (beside === 0) return
  const ratio = (a[q * n + q]! - a[p * n + p]!) / (2 * beside)
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(1, ratio))
  const cosine = 1 / Math.hypot(1, tangent)
  const sine = tangent * cosine
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, cosine, sine)
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, cosine, sine)
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q, cosine, sine)
}

function turn(values: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const [one, other] = [values[i]!, values[j]!]
  values[i] = cosine * one - sine * other
  values[j] = sine * one + cosine * other
}

/**
 * The inverse of a square matrix `n × n` (row after row) by Gauss–Jordan elimination with row exchange.
 * Undefined when it is singular.
 */
export function invert(matrix: ArrayLike<number>, n: number): Float64Array | undefined {
  const left = Float64Array.from(matrix)
  const right = new Float64Array(n * n)
  for (let i = 0; i < n; i++) right[i * n + i] = 1
  for (let column = 0; column < n; column++) {
    const pivotRow = rowOfLargest(left, n, column)
    const pivot = left[pivotRow * n + column]!
    if (pivot === 0) return undefined
    exchangeRows(left, n, column, pivotRow)
    exchangeRows(right, n, column, pivotRow)
    for (let j = 0; j < n; j++) {
      left[column * n + j]! /= pivot
      right[column * n + j]! /= pivot
    }
    for (let i = 0; i < n; i++) {
      const share = left[i * n + column]!
      if (i === column || share === 0) continue
      subtractRow(left, n, i, column, share)
      subtractRow(right, n, i, column, share)
    }
  }
  return right
}

function rowOfLargest(values: Float64Array, n: number, column: number): number {
  let best = column
  for (let i = column + 1; i < n; i++) {
    if (Math.abs(values[i * n + column]!) > Math.abs(values[best * n + column]!)) best = i
  }
  return best
}

function exchangeRows(values: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return
  const kept = values.slice(a * n, a * n + n)
  values.copyWithin(a * n, b * n, b * n + n)
  values.set(kept, b * n)
}

function subtractRow(values: Float64Array, n: number, from: number, row: number, share: number): void {
  for (let j = 0; j < n; j++) {
    values[from * n + j]! -= share * values[row * n + j]!
  }
}

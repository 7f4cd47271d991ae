import { solveCholesky } from '@izaugsme/statistics'
import { definiteFactor } from './symmetric.ts'

const MOST_STEPS = 100
const SMALL = 1e-6

/**
 * The x with the least sum of squared residuals, by Levenberg–Marquardt with central differences: for a handful
 * of unknowns and a good start.
 */
export function leastSquares(start: readonly number[], residualsAt: (x: Float64Array) => Float64Array) {
  const size = start.length
  let x = Float64Array.from(start)
  let residuals = residualsAt(x)
  let loss = sumOfSquares(residuals)
  let damping = 1e-6
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const columns = Array.from(x, (_, at) => {
      const [above, below] = [x.slice(), x.slice()]
      above[at]! += SMALL
      below[at]! -= SMALL
      const high = residualsAt(above)
      const low = residualsAt(below)
      return high.map((value, row) => (value - low[row]!) / (2 * SMALL))
    })
    const crossed = new Float64Array(size * size)
    const right = new Float64Array(size)
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) crossed[a * size + b] = dot(columns[a]!, columns[b]!)
      right[a] = -dot(columns[a]!, residuals)
      crossed[a * size + a]! *= 1 + damping
    }
    const factor = definiteFactor(crossed, size)
    const change = factor && solveCholesky(factor, size, right)
    const next = x.map((value, at) => value + (change?.[at] ?? 0))
    const there = residualsAt(next)
    const nextLoss = sumOfSquares(there)
    const largest = change ? Math.max(...change.map(Math.abs)) : Infinity
    if (largest < 1e-10) return { x, loss, iterations, converged: true }
    if (change && nextLoss <= loss) {
      x = next
      residuals = there
      loss = nextLoss
      damping = Math.max(damping / 10, 1e-12)
    } else {
      damping = Math.max(damping, 1e-9) * 10
      if (damping > 1e12) return { x, loss, iterations, converged: largest < 1e-6 }
    }
  }
  return { x, loss, iterations: MOST_STEPS, converged: false }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

function sumOfSquares(values: Float64Array): number {
  return dot(values, values)
}

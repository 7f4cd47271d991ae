import { cholesky, solveCholesky } from '../linear-algebra/cholesky.ts'
import { type Matrix, multiply } from '../linear-algebra/matrix.ts'

/** How far towards the boundary a step may go. */
const STEP_SHARE = 0.9995

/** Coefficients close to the best, to be polished to a vertex. */
export type InteriorPoint = {
  coefficients: Float64Array
  iterations: number
  gap: number
  converged: boolean
}

/**
 * Primal–dual interior point for quantile regression with Mehrotra's corrector.
 *
 * Works on the bounded dual: max yᵀa with Xᵀa = (1 − τ)Xᵀ1 and 0 ≤ a ≤ 1; the multipliers of the
 * equations are the coefficients.
 *
 * @param design full column rank
 * @param tolerance duality gap to reach, in units of the response times rows
 * @see Portnoy & Koenker (1997), The Gaussian Hare and the Laplacian Tortoise, Stat. Sci. 12(4)
 */
export function frischNewton(
  design: Matrix,
  response: Float64Array,
  tau: number,
  tolerance: number,
  start?: Float64Array,
): InteriorPoint {
  const { rows, columns } = design
  const state = startingPoint(design, response, tau, start)
  const { coefficients, a, s, z, w } = state
  const step = { a: new Float64Array(rows), z: new Float64Array(rows), w: new Float64Array(rows) }
  const q = new Float64Array(rows)
  const right = new Float64Array(rows)
  const crossed = new Float64Array(columns * columns)
  let gap = complementarity(state)
  let iterations = 0
  for (; gap > tolerance && iterations < 60; iterations++) {
    for (let i = 0; i < rows; i++) {
      q[i] = 1 / (z[i]! / a[i]! + w[i]! / s[i]!)
      right[i] = z[i]! - w[i]!
    }
    crossProduct(design, q, crossed)
    const factor = cholesky(crossed, columns)
    if (!factor) break
    const direction = solveCholesky(factor, columns, weightedColumns(design, q, right))
    affineStep(design, direction, state, q, right, step)
    let lengths = stepLengths(state, step)
    if (Math.min(lengths.primal, lengths.dual) < 1) {
      const target = centring(state, step, lengths, gap)
      const corrected = correctedRight(state, step, right, target)
      const again = solveCholesky(factor, columns, weightedColumns(design, q, corrected))
      correctedStep(design, again, state, q, corrected, step, target)
      direction.set(again)
      lengths = stepLengths(state, step)
    }
    for (let i = 0; i < rows; i++) {
      const move = lengths.primal * step.a[i]!
      a[i]! += move
      s[i]! -= move
      z[i]! += lengths.dual * step.z[i]!
      w[i]! += lengths.dual * step.w[i]!
    }
    for (let j = 0; j < columns; j++) {
      coefficients[j]! -= lengths.dual * direction[j]!
    }
    gap = complementarity(state)
  }
  return { coefficients, iterations, gap, converged: gap <= tolerance }
}

/** a in its box with room s = 1 − a; residual = w − z with both positive. */
type State = {
  coefficients: Float64Array
  a: Float64Array
  s: Float64Array
  z: Float64Array
  w: Float64Array
}
type Step = { a: Float64Array; z: Float64Array; w: Float64Array }
type Lengths = { primal: number; dual: number }

function startingPoint(design: Matrix, response: Float64Array, tau: number, start?: Float64Array): State {
  const { rows, columns } = design
  const coefficients = start ? Float64Array.from(start) : leastSquares(design, response)
  const fitted = multiply(design, coefficients.subarray(0, columns))
  const residuals = fitted.map((value, i) => response[i]! - value)
  const spread = residuals.reduce((sum, value) => sum + Math.abs(value), 0) / rows || 1
  // Both parts stay away from 0, else the first steps are short.
  const floor = 1e-3 * spread
  return {
    coefficients,
    a: new Float64Array(rows).fill(1 - tau),
    s: new Float64Array(rows).fill(tau),
    z: residuals.map((value) => Math.max(-value, 0) + floor),
    w: residuals.map((value) => Math.max(value, 0) + floor),
  }
}

function leastSquares(design: Matrix, response: Float64Array): Float64Array {
  const ones = new Float64Array(design.rows).fill(1)
  const crossed = new Float64Array(design.columns ** 2)
  crossProduct(design, ones, crossed)
  const factor = cholesky(crossed, design.columns)
  const right = weightedColumns(design, ones, response)
  return factor ? solveCholesky(factor, design.columns, right) : new Float64Array(design.columns)
}

function complementarity({ a, s, z, w }: State): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    sum += a[i]! * z[i]! + s[i]! * w[i]!
  }
  return sum
}

/** Xᵀ·diag(q)·X into the lower triangle of `crossed`. */
function crossProduct({ rows, columns, values }: Matrix, q: Float64Array, crossed: Float64Array): void {
  crossed.fill(0)
  for (let i = 0, at = 0; i < rows; i++, at += columns) {
    for (let j = 0; j < columns; j++) {
      const scaled = q[i]! * values[at + j]!
      if (scaled === 0) continue
      for (let k = 0; k <= j; k++) {
        crossed[j * columns + k]! += scaled * values[at + k]!
      }
    }
  }
}

/** Xᵀ·diag(q)·right. */
function weightedColumns(
  { rows, columns, values }: Matrix,
  q: Float64Array,
  right: Float64Array,
): Float64Array {
  const sums = new Float64Array(columns)
  for (let i = 0, at = 0; i < rows; i++) {
    const scaled = q[i]! * right[i]!
    for (let j = 0; j < columns; j++, at++) {
      sums[j]! += scaled * values[at]!
    }
  }
  return sums
}

function affineStep(
  design: Matrix,
  direction: Float64Array,
  { a, s, z, w }: State,
  q: Float64Array,
  right: Float64Array,
  step: Step,
): void {
  const moved = multiply(design, direction)
  for (let i = 0; i < a.length; i++) {
    const change = q[i]! * (moved[i]! - right[i]!)
    step.a[i] = change
    step.z[i] = -z[i]! * (1 + change / a[i]!)
    step.w[i] = -w[i]! * (1 - change / s[i]!)
  }
}

function stepLengths({ a, s, z, w }: State, step: Step): Lengths {
  let primal = Infinity
  let dual = Infinity
  for (let i = 0; i < a.length; i++) {
    const change = step.a[i]!
    if (change < 0) primal = Math.min(primal, -a[i]! / change)
    else if (change > 0) primal = Math.min(primal, s[i]! / change)
    const dz = step.z[i]!
    const dw = step.w[i]!
    if (dz < 0) dual = Math.min(dual, -z[i]! / dz)
    if (dw < 0) dual = Math.min(dual, -w[i]! / dw)
  }
  return { primal: Math.min(1, STEP_SHARE * primal), dual: Math.min(1, STEP_SHARE * dual) }
}

/** The complementarity to aim at: small when the affine step alone would go far. */
function centring({ a, s, z, w }: State, step: Step, { primal, dual }: Lengths, gap: number): number {
  let reached = 0
  for (let i = 0; i < a.length; i++) {
    const move = primal * step.a[i]!
    reached += (z[i]! + dual * step.z[i]!) * (a[i]! + move)
    reached += (w[i]! + dual * step.w[i]!) * (s[i]! - move)
  }
  return (gap * (reached / gap) ** 3) / (2 * a.length)
}

function correctedRight({ a, s }: State, step: Step, right: Float64Array, target: number): Float64Array {
  const corrected = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) {
    const change = step.a[i]!
    const second = (change * step.z[i]!) / a[i]! + (change * step.w[i]!) / s[i]!
    corrected[i] = right[i]! + second - target * (1 / a[i]! - 1 / s[i]!)
  }
  return corrected
}

function correctedStep(
  design: Matrix,
  direction: Float64Array,
  { a, s, z, w }: State,
  q: Float64Array,
  corrected: Float64Array,
  step: Step,
  target: number,
): void {
  const moved = multiply(design, direction)
  for (let i = 0; i < a.length; i++) {
    const before = step.a[i]!
    const change = q[i]! * (moved[i]! - corrected[i]!)
    const left = a[i]!
    const room = s[i]!
    step.z[i] = (target - z[i]! * change - before * step.z[i]!) / left - z[i]!
    step.w[i] = (target + w[i]! * change + before * step.w[i]!) / room - w[i]!
    step.a[i] = change
  }
}

import { cholesky, solveCholesky } from '../linear-algebra/cholesky.ts'

/** Width of the differences that stand for derivatives, relative to a parameter, or absolute below 1. */
const WIDTH = 1e-3

/** Where a smooth function of a few numbers is least. */
export type Minimum = { at: Float64Array; value: number; iterations: number; converged: boolean }

/**
 * Damped Newton steps with derivatives by differences of fourth order, for few parameters of the order of 1 or
 * more. Where the function is not defined it must be infinite.
 *
 * @param tolerance what the next step would still gain, for the search to end
 */
export function minimise(
  f: (at: Float64Array) => number,
  start: ArrayLike<number>,
  tolerance: number,
): Minimum {
  let at = Float64Array.from(start)
  let value = f(at)
  let damping = 1e-3
  for (let iterations = 1; iterations <= 200; iterations++) {
    const gradient = gradientOf(f, at)
    const curvature = curvatureOf(f, at, value)
    for (;;) {
      const step = dampedStep(gradient, curvature, damping)
      if (step) {
        const gain = step.reduce((sum, part, j) => sum - part * gradient[j]!, 0) / 2
        const next = at.map((each, j) => each + step[j]!)
        const nextValue = f(next)
        // The last step is right to more digits than the values, whose difference is rounding by now.
        if (gain < tolerance && nextValue < Infinity)
          return { at: next, value: nextValue, iterations, converged: true }
        if (nextValue < value) {
          at = next
          value = nextValue
          damping = Math.max(1e-12, damping / 10)
          break
        }
      }
      damping *= 10
      if (damping > 1e12) return { at, value, iterations, converged: false }
    }
  }
  return { at, value, iterations: 200, converged: false }
}

function gradientOf(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  return at.map((own, j) => {
    const width = widthAt(own)
    const along = (steps: number) => f(moved(at, [[j, steps * width]]))
    return (8 * (along(1) - along(-1)) - (along(2) - along(-2))) / (12 * width)
  })
}

function curvatureOf(f: (at: Float64Array) => number, at: Float64Array, value: number): Float64Array {
  const n = at.length
  const curvature = new Float64Array(n * n)
  const widths = at.map(widthAt)
  for (let i = 0; i < n; i++) {
    const wide = widths[i]!
    curvature[i * n + i] = (f(moved(at, [[i, wide]])) - 2 * value + f(moved(at, [[i, -wide]]))) / wide ** 2
    for (let j = 0; j < i; j++) {
      const other = widths[j]!
      const corner = (a: number, b: number) =>
        f(
          moved(at, [
            [i, a * wide],
            [j, b * other],
          ]),
        )
      const mixed = (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * wide * other)
      curvature[i * n + j] = mixed
      curvature[j * n + i] = mixed
    }
  }
  return curvature
}

function widthAt(own: number): number {
  return WIDTH * Math.max(1, Math.abs(own))
}

function moved(at: Float64Array, moves: [number, number][]): Float64Array {
  const next = Float64Array.from(at)
  for (const [j, by] of moves) next[j]! += by
  return next
}

/** The step of a Newton matrix made heavier on its diagonal; undefined while it is not positive definite. */
function dampedStep(
  gradient: Float64Array,
  curvature: Float64Array,
  damping: number,
): Float64Array | undefined {
  const n = gradient.length
  const size = curvature.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12)
  const heavier = curvature.map((value, at) => (at % (n + 1) === 0 ? value + damping * size : value))
  const factor = cholesky(heavier, n)
  return factor && solveCholesky(factor, n, gradient).map((value) => -value)
}

import { checkCount } from '../argument-checks.ts'
import { checkNumbers, type Matrix } from '../linear-algebra/matrix.ts'

/** Where the pieces of a spline meet; all numbers in the unit of x. */
export type SplineOptions = {
  /** Inner knots, in any order, none outside the boundaries; a knot given twice takes away one smoothness. */
  knots: readonly number[]
  /** The two boundary knots, ascending. Beyond them the outer polynomials go on. */
  boundaries: readonly [number, number]
  /** Degree of the pieces, 1 to 9; 3 (cubic) when left out. */
  degree?: number
  /** With the first basis function the columns sum to 1; without it (the default) add a column of ones. */
  intercept?: boolean
}

/**
 * Basis of the polynomial splines with given knots: each column is a bump over a few neighbouring knots.
 *
 * @param x points, any number of them, in any order
 * @returns `points × columns`, with columns = knots + degree (+ 1 with intercept)
 * @throws RangeError when a number is not finite, the boundaries do not ascend or a knot is outside them
 * @see de Boor (1978), A Practical Guide to Splines, ch. X; agrees with R `splines::bs`, also outside the
 * boundaries
 */
export function bSplineBasis(x: ArrayLike<number>, options: SplineOptions): Matrix {
  const { knots, boundaries, degree = 3, intercept = false } = options
  const all = paddedKnots(knots, boundaries, degree)
  checkNumbers('bSplineBasis', x, 'x')
  const skipped = intercept ? 0 : 1
  const columns = knots.length + degree + 1 - skipped
  const values = new Float64Array(x.length * columns)
  const bumps = new Float64Array(degree + 1)
  for (let row = 0; row < x.length; row++) {
    const piece = pieceOf(x[row]!, all, degree)
    evaluatePiece(x[row]!, piece, all, bumps)
    for (let k = 0; k <= degree; k++) {
      const column = piece - degree + k - skipped
      if (column >= 0) values[row * columns + column] = bumps[k]!
    }
  }
  return { rows: x.length, columns, values }
}

/** The knots with each boundary repeated degree + 1 times, ascending. */
function paddedKnots(knots: readonly number[], [low, high]: readonly [number, number], degree: number) {
  checkCount('bSplineBasis', 'degree', degree, 1, 9)
  checkNumbers('bSplineBasis', knots, 'knot')
  if (!(low < high && high - low < Infinity)) {
    throw new RangeError(`bSplineBasis: boundaries ${low} and ${high} do not ascend`)
  }
  const outside = knots.find((knot) => knot < low || knot > high)
  if (outside !== undefined) {
    throw new RangeError(`bSplineBasis: knot ${outside} is not within the boundaries ${low} and ${high}`)
  }
  const repeated = (knot: number) => Array.from({ length: degree + 1 }, () => knot)
  return Float64Array.from([...repeated(low), ...knots.toSorted((a, b) => a - b), ...repeated(high)])
}

/** The index i with knot i ≤ x < knot i + 1; outside the boundaries the first or last piece of some length. */
function pieceOf(x: number, all: Float64Array, degree: number): number {
  let low = degree
  let high = all.length - degree - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (x < all[middle]!) high = middle
    else low = middle
  }
  // Repeated knots leave pieces without length, on which nothing can be evaluated.
  while (low > degree && all[low] === all[low + 1]) low--
  while (all[low] === all[low + 1]) low++
  return low
}

/** The degree + 1 basis functions that are not zero on a piece, by the Cox–de Boor recursion. */
function evaluatePiece(x: number, piece: number, all: Float64Array, bumps: Float64Array): void {
  bumps[0] = 1
  for (let order = 1; order < bumps.length; order++) {
    let carried = 0
    for (let k = 0; k < order; k++) {
      const right = all[piece + k + 1]!
      const left = all[piece + k + 1 - order]!
      const before = bumps[k]!
      const part = before / (right - left)
      // Knots may lie closer than any number can be divided by; elsewhere this order of steps rounds as R does.
      const isTiny = !Number.isFinite(part)
      bumps[k] = carried + (isTiny ? ((right - x) / (right - left)) * before : (right - x) * part)
      carried = isTiny ? ((x - left) / (right - left)) * before : (x - left) * part
    }
    bumps[order] = carried
  }
}

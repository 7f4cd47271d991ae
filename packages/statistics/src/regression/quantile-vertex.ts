import { invert } from '../linear-algebra/invert.ts'
import { type Matrix, multiply } from '../linear-algebra/matrix.ts'

/** An exact solution: the fit passes through `basis`, as many observations as there are coefficients. */
export type Vertex = { coefficients: Float64Array; basis: Int32Array; pivots: number; optimal: boolean }

/**
 * Goes from coefficients near the best to the best vertex itself, by the simplex method: first to a vertex
 * nearby, then along edges while the loss falls.
 *
 * @param design full column rank
 * @param tieFree the response, moved a little so that no more observations than coefficients lie on any fit;
 * the basis is chosen for it, and the coefficients are then computed from `response`
 */
export function polishToVertex(
  design: Matrix,
  response: Float64Array,
  tieFree: Float64Array,
  tau: number,
  near: Float64Array,
  mostPivots: number,
): Vertex {
  const p = design.columns
  const basis = nearestBasis(design, residualsOf(design, tieFree, near))
  const rows = new Float64Array(p * p)
  const gradient = new Float64Array(p)
  const direction = new Float64Array(p)
  let inverse = inverseOf(design, basis, rows)
  const residuals = residualsOf(design, tieFree, through(inverse, tieFree, basis))
  for (const row of basis) residuals[row] = 0
  let pivots = 0
  let optimal = false
  for (; pivots <= mostPivots; pivots++) {
    pull(design, residuals, basis, tau, gradient)
    const edge = steepestEdge(inverse, gradient, tau, p)
    if (!edge) {
      optimal = true
      break
    }
    for (let j = 0; j < p; j++) direction[j] = edge.sign * inverse[j * p + edge.leaving]!
    const stop = walk(design, residuals, direction, basis, edge.slope)
    if (stop.entering < 0) break
    residuals[basis[edge.leaving]!] = -edge.sign * stop.distance
    basis[edge.leaving] = stop.entering
    for (const row of basis) residuals[row] = 0
    inverse = inverseOf(design, basis, rows)
  }
  return { coefficients: through(inverse, response, basis), basis: basis.toSorted(), pivots, optimal }
}

function residualsOf(design: Matrix, response: Float64Array, coefficients: Float64Array): Float64Array {
  const residuals = multiply(design, coefficients)
  for (let i = 0; i < residuals.length; i++) residuals[i] = response[i]! - residuals[i]!
  return residuals
}

/** Linearly independent rows with small residuals, greedily. */
function nearestBasis({ rows, columns: p, values }: Matrix, residuals: Float64Array): Int32Array {
  const order = nearestFirst(residuals, Math.min(rows, 40 * p))
  for (let taken = order.length; ; taken = rows) {
    const basis = independentRows(values, p, taken === rows ? nearestFirst(residuals, rows) : order)
    if (basis.length === p || taken === rows) return Int32Array.from(basis)
  }
}

/** About as many rows as asked for, or all, those with the smallest residuals first. */
function nearestFirst(residuals: Float64Array, count: number): Int32Array {
  const limit = count < residuals.length ? sizeOfNearest(residuals, count) : Infinity
  const close: number[] = []
  for (let i = 0; i < residuals.length; i++) if (Math.abs(residuals[i]!) <= limit) close.push(i)
  return Int32Array.from(close).sort((a, b) => Math.abs(residuals[a]!) - Math.abs(residuals[b]!))
}

/** The size that about `count` residuals do not exceed, from a part of them. */
function sizeOfNearest(residuals: Float64Array, count: number): number {
  const stride = Math.ceil(residuals.length / 2000)
  const part = Float64Array.from({ length: Math.ceil(residuals.length / stride) }, (_, k) =>
    Math.abs(residuals[k * stride]!),
  ).sort()
  return part[Math.min(part.length - 1, Math.ceil(count / stride))]!
}

function independentRows(values: Float64Array, p: number, order: Int32Array): number[] {
  const basis: number[] = []
  const reduced: { row: Float64Array; pivot: number }[] = []
  for (const candidate of order) {
    const row = values.slice(candidate * p, candidate * p + p)
    const before = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    for (const { row: known, pivot } of reduced) {
      const share = row[pivot]! / known[pivot]!
      for (let j = 0; j < p; j++) row[j]! -= share * known[j]!
      row[pivot] = 0
    }
    let pivot = 0
    for (let j = 1; j < p; j++) if (Math.abs(row[j]!) > Math.abs(row[pivot]!)) pivot = j
    if (Math.abs(row[pivot]!) <= 1e-6 * before) continue
    reduced.push({ row, pivot })
    basis.push(candidate)
    if (basis.length === p) break
  }
  return basis
}

function inverseOf({ columns: p, values }: Matrix, basis: Int32Array, rows: Float64Array): Float64Array {
  basis.forEach((row, k) => {
    for (let j = 0; j < p; j++) rows[k * p + j] = values[row * p + j]!
  })
  const inverse = invert(rows, p)
  if (!inverse) throw new RangeError('quantileRegression: design has linearly dependent columns')
  return inverse
}

/** The coefficients of the fit through the basis. */
function through(inverse: Float64Array, response: Float64Array, basis: Int32Array): Float64Array {
  const p = basis.length
  return multiply(
    { rows: p, columns: p, values: inverse },
    Array.from(basis, (row) => response[row]!),
  )
}

/** Sum of the rows outside the basis, each times the slope of its loss. */
function pull(
  { rows, columns: p, values }: Matrix,
  residuals: Float64Array,
  basis: Int32Array,
  tau: number,
  gradient: Float64Array,
): void {
  gradient.fill(0)
  for (let i = 0, at = 0; i < rows; i++, at += p) {
    const slope = residuals[i]! < 0 ? tau - 1 : tau
    for (let j = 0; j < p; j++) gradient[j]! += slope * values[at + j]!
  }
  // Residuals in the basis are 0 and were counted as positive.
  for (const row of basis) {
    for (let j = 0; j < p; j++) gradient[j]! -= tau * values[row * p + j]!
  }
}

/** The way out of the vertex on which the loss falls fastest, or undefined at the best vertex. */
function steepestEdge(inverse: Float64Array, gradient: Float64Array, tau: number, p: number) {
  let best: { leaving: number; sign: 1 | -1; slope: number } | undefined
  let fastest = 1e-9
  for (let k = 0; k < p; k++) {
    let along = 0
    let length = 0
    for (let j = 0; j < p; j++) {
      const part = inverse[j * p + k]!
      along += part * gradient[j]!
      length += part * part
    }
    const fall = along > 0 ? along - (1 - tau) : -along - tau
    // Rounding error of `along` grows with the edge, so the test must too.
    const perLength = fall / Math.max(1, Math.sqrt(length))
    if (perLength > fastest) {
      fastest = perLength
      best = { leaving: k, sign: along > 0 ? 1 : -1, slope: -fall }
    }
  }
  return best
}

/**
 * Moves the residuals along an edge to the observation at which the loss stops falling.
 *
 * @param slope of the loss at the start, negative; each observation passed adds the size of its row along it
 */
function walk(
  design: Matrix,
  residuals: Float64Array,
  direction: Float64Array,
  basis: Int32Array,
  slope: number,
): { entering: number; distance: number } {
  const moved = multiply(design, direction)
  for (const row of basis) moved[row] = 0
  const { crossings, distances } = crossingsAhead(residuals, moved)
  let remaining = slope
  let entering = -1
  const heap = new NearestFirst(crossings, distances)
  while (remaining < 0) {
    const next = heap.take()
    if (next === undefined) return { entering: -1, distance: 0 }
    entering = next
    remaining += Math.abs(moved[entering]!)
  }
  const distance = residuals[entering]! / moved[entering]!
  for (let i = 0; i < residuals.length; i++) {
    residuals[i]! -= distance * moved[i]!
  }
  return { entering, distance }
}

function crossingsAhead(residuals: Float64Array, moved: Float64Array) {
  const crossings: number[] = []
  const distances = new Float64Array(residuals.length)
  for (let i = 0; i < residuals.length; i++) {
    const speed = moved[i]!
    if (Math.abs(speed) < 1e-12) continue
    const distance = residuals[i]! / speed
    if (distance < 0 || (distance === 0 && speed > 0)) continue
    distances[i] = distance
    crossings.push(i)
  }
  return { crossings, distances }
}

/** Gives indices by ascending distance; a binary heap, because only the first few are asked for. */
class NearestFirst {
  private readonly heap: number[]
  private readonly distances: Float64Array

  constructor(indices: number[], distances: Float64Array) {
    this.heap = indices
    this.distances = distances
    for (let i = (indices.length >> 1) - 1; i >= 0; i--) this.sink(i)
  }

  take(): number | undefined {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (this.heap.length > 0 && last !== undefined) {
      this.heap[0] = last
      this.sink(0)
    }
    return first
  }

  private sink(from: number): void {
    const { heap, distances } = this
    const moving = heap[from]!
    const size = distances[moving]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      const other = heap[child + 1]
      if (other !== undefined && distances[other]! < distances[heap[child]!]!) child++
      if (distances[heap[child]!]! >= size) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = moving
  }
}

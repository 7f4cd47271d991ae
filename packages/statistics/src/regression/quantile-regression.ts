import {
  checkLength,
  checkMatrix,
  checkNumbers,
  chooseColumns,
  independentColumns,
  type Matrix,
  multiply,
} from '../linear-algebra/matrix.ts'
import { invertUpper, orthonormalise } from '../linear-algebra/orthonormal.ts'
import { frischNewton } from './frisch-newton.ts'
import { polishToVertex, type Vertex } from './quantile-vertex.ts'

/** One fitted conditional quantile. */
export type QuantileFit = {
  tau: number
  /** One for each column of the design; 0 for the columns in `aliased`. */
  coefficients: Float64Array
  /** Columns that are linear combinations of earlier ones and were left out. */
  aliased: number[]
  /** Rows through which the fit passes exactly, ascending, as many as there are free coefficients. */
  basis: Int32Array
  /** Σ ρ_τ(residual), the least possible. */
  loss: number
  /** Of the asymmetric Laplace distribution, as R `logLik.rq`. */
  logLikelihood: number
  /** Whether the optimality conditions hold at the vertex. */
  converged: boolean
  /** Interior-point iterations. */
  iterations: number
  /** Simplex steps after them. */
  pivots: number
}

/**
 * Linear regression for the τ-quantile: the coefficients with the least Σ ρ_τ(yᵢ − xᵢβ), where
 * ρ_τ(r) = r(τ − [r < 0]). Exact: an interior point finds the neighbourhood, simplex steps the best vertex.
 * Where several vertices are equally good, one of them.
 *
 * @param design `observations × columns`, with a column of ones where an intercept is meant
 * @param response one number for each observation
 * @param tau between 0 and 1
 * @throws RangeError when shapes differ, a number is not finite, τ is not between 0 and 1, or there are fewer
 * observations than columns
 * @see Koenker (2005), Quantile Regression; Portnoy & Koenker (1997); agrees with R `quantreg::rq`
 */
export function quantileRegression(design: Matrix, response: ArrayLike<number>, tau: number): QuantileFit {
  const [fit] = quantileRegressions(design, response, [tau])
  return fit as QuantileFit
}

/**
 * Many quantiles of one response on one design, several times faster than one by one: each fit starts from
 * its neighbour's and its interior point sees only the observations near that one. Exact all the same.
 *
 * @param taus between 0 and 1, in any order
 * @returns one fit for each τ, in the order given
 * @throws RangeError as `quantileRegression`
 * @see Chernozhukov, Fernández-Val & Melly (2022), Fast algorithms for the quantile regression process
 */
export function quantileRegressions(
  design: Matrix,
  response: ArrayLike<number>,
  taus: ArrayLike<number>,
): QuantileFit[] {
  const caller = 'quantileRegression'
  checkMatrix(caller, design)
  checkLength(caller, response, design.rows, 'responses')
  checkNumbers(caller, response, 'response')
  const wrong = Array.from(taus).find((tau) => !(tau > 0 && tau < 1))
  if (wrong !== undefined) throw new RangeError(`${caller}: tau ${wrong} is not between 0 and 1`)
  if (design.rows < design.columns) {
    throw new RangeError(`${caller}: ${design.rows} observations for ${design.columns} columns`)
  }
  const problem = prepare(design, response)
  const fits: QuantileFit[] = []
  let neighbour: { tau: number; coefficients: Float64Array } | undefined
  let middle: typeof neighbour
  for (const index of outFromTheMiddle(taus)) {
    // Starting again from the middle, the first fit upwards has the median beside it, not the lowest τ.
    const tau = taus[index.at]!
    if (index.restart) neighbour = middle
    const { interior, vertex } = solve(problem, tau, neighbour)
    neighbour = { tau, coefficients: vertex.coefficients }
    middle ??= neighbour
    fits[index.at] = describe(problem, tau, vertex, interior)
  }
  return fits
}

type Problem = {
  columns: number
  free: number[]
  /** The design without aliased columns, or orthonormal columns that stand for them. */
  design: Matrix
  /** Turns coefficients of orthonormal columns into those of the given ones. */
  toGiven: Float64Array | undefined
  response: Float64Array
  tieFree: Float64Array
  scale: number
}

function prepare(given: Matrix, response: ArrayLike<number>): Problem {
  const free = independentColumns(given)
  const y = Float64Array.from(response)
  const centre = y.reduce((sum, value) => sum + value, 0) / y.length
  const scale = y.reduce((sum, value) => sum + Math.abs(value - centre), 0) / y.length || 1
  const chosen = free.length === given.columns ? given : chooseColumns(given, free)
  const { q, r } = orthonormalise(chosen)
  const nearlyDependent = free.some(
    (_, j) => r[j * free.length + j]! < 0.01 * columnLength(r, j, free.length),
  )
  return {
    columns: given.columns,
    free,
    // Columns with zeros cost less, so they are only exchanged where digits are at stake.
    design: nearlyDependent ? q : chosen,
    toGiven: nearlyDependent ? invertUpper(r, free.length) : undefined,
    response: y,
    tieFree: y.map((value, i) => value + 1e-8 * scale * jitter(i)),
    scale,
  }
}

function columnLength(r: Float64Array, j: number, p: number): number {
  return Math.hypot(...Array.from({ length: j + 1 }, (_, i) => r[i * p + j]!))
}

/** A number within ±½ for each row, always the same: multiplication spreads the row numbers evenly. */
function jitter(row: number): number {
  const mixed = Math.imul(row + 1, 0x9e3779b1) >>> 0
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77) >>> 0) / 2 ** 32 - 0.5
}

/** Orders the τ from the middle down to the lowest, then from the middle up. */
function outFromTheMiddle(taus: ArrayLike<number>): { at: number; restart: boolean }[] {
  const order = Array.from(taus, (_, at) => at).sort((a, b) => taus[a]! - taus[b]!)
  const middle = order.length >> 1
  const down = order.slice(0, middle + 1).reverse()
  const up = order.slice(middle + 1)
  return [...down.map((at) => ({ at, restart: false })), ...up.map((at, k) => ({ at, restart: k === 0 }))]
}

function solve(problem: Problem, tau: number, neighbour?: { tau: number; coefficients: Float64Array }) {
  const { design, response, tieFree, scale } = problem
  const { rows, columns } = design
  const all = { design, response: tieFree }
  const band = neighbour && rows * Math.abs(tau - neighbour.tau) * 2 + 4 * Math.sqrt(rows * columns)
  const near =
    neighbour && band && 3 * band < rows ? nearObservations(all, tau, neighbour.coefficients, band) : all
  const interior = frischNewton(near.design, near.response, tau, 1e-7 * scale * near.design.rows)
  const vertex = polishToVertex(design, response, tieFree, tau, interior.coefficients, 20 * columns + 100)
  if (vertex.optimal || near === all)
    return { interior, vertex: vertex.optimal ? vertex : persist(problem, tau, interior) }
  const wide = frischNewton(design, tieFree, tau, 1e-8 * scale * rows)
  return { interior: wide, vertex: persist(problem, tau, wide) }
}

function persist(
  { design, response, tieFree }: Problem,
  tau: number,
  { coefficients }: { coefficients: Float64Array },
) {
  return polishToVertex(design, response, tieFree, tau, coefficients, 10 * design.rows)
}

/**
 * The observations near the wanted quantile of the residuals; those far above and far below are summed into
 * one row each, whose loss is the same as long as none of them changes side.
 */
function nearObservations(
  { design, response }: { design: Matrix; response: Float64Array },
  tau: number,
  coefficients: Float64Array,
  band: number,
): { design: Matrix; response: Float64Array } {
  const { rows, columns, values } = design
  const residuals = multiply(design, coefficients).map((fitted, i) => response[i]! - fitted)
  const stride = Math.ceil(rows / 4000)
  const sorted = residuals.filter((_, i) => i % stride === 0).sort()
  const low = sorted[Math.max(0, Math.floor((rows * tau - band / 2) / stride))]!
  const high = sorted[Math.min(sorted.length - 1, Math.ceil((rows * tau + band / 2) / stride))]!
  const kept: number[] = []
  const sums = [new Float64Array(columns + 1), new Float64Array(columns + 1)] as const
  for (let i = 0; i < rows; i++) {
    const residual = residuals[i]!
    if (residual >= low && residual <= high) {
      kept.push(i)
      continue
    }
    const sum = residual < low ? sums[0] : sums[1]
    for (let j = 0; j < columns; j++) sum[j]! += values[i * columns + j]!
    sum[columns]! += response[i]!
  }
  const fewer = new Float64Array((kept.length + 2) * columns)
  kept.forEach((row, k) => {
    fewer.set(values.subarray(row * columns, row * columns + columns), k * columns)
  })
  sums.forEach((sum, k) => {
    fewer.set(sum.subarray(0, columns), (kept.length + k) * columns)
  })
  const responses = Float64Array.from([
    ...kept.map((row) => response[row]!),
    ...sums.map((sum) => sum[columns]!),
  ])
  return { design: { rows: kept.length + 2, columns, values: fewer }, response: responses }
}

function describe(
  { columns, free, design, toGiven, response }: Problem,
  tau: number,
  { coefficients, basis, pivots, optimal }: Vertex,
  { iterations }: { iterations: number },
): QuantileFit {
  const fitted = multiply(design, coefficients)
  for (const row of basis) fitted[row] = response[row]!
  let loss = 0
  for (let i = 0; i < fitted.length; i++) {
    const residual = response[i]! - fitted[i]!
    loss += residual * (residual < 0 ? tau - 1 : tau)
  }
  const own = toGiven
    ? multiply({ rows: free.length, columns: free.length, values: toGiven }, coefficients)
    : coefficients
  const all = new Float64Array(columns)
  free.forEach((column, k) => {
    all[column] = own[k]!
  })
  return {
    tau,
    coefficients: all,
    aliased: Array.from({ length: columns }, (_, column) => column).filter(
      (column) => !free.includes(column),
    ),
    basis,
    loss,
    logLikelihood: fitted.length * (Math.log(tau * (1 - tau)) - 1 - Math.log(loss / fitted.length)),
    converged: optimal,
    iterations,
    pivots,
  }
}

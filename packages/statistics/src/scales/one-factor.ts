import { cholesky, logDeterminant, solveCholesky } from '../linear-algebra/cholesky.ts'
import { symmetricEigen } from '../linear-algebra/eigen.ts'

/** So little of an item's variance left by earlier items is rounding. */
const ROUNDING = 1e-11

/** No item is taken to be measured better than this: at most so little of its variance is its own. */
const LEAST_UNIQUENESS = 0.005

/** One factor behind all items. */
export type OneFactor = {
  /** In the units of the items; their sum is positive. */
  loadings: Float64Array
  /** Variance of each item that the factor does not explain. */
  uniquenesses: Float64Array
  /** Discrepancy between the covariances and what the factor implies; 0 is a perfect fit. */
  discrepancy: number
  iterations: number
  converged: boolean
}

/**
 * Maximum-likelihood factor analysis with one factor.
 *
 * An answer in which an item is the factor itself can be one of several, so then each item is tried as the factor.
 *
 * @param covariances of the items, positive definite, `k × k`
 * @throws RangeError when the covariances are not positive definite
 * @see Jöreskog (1967), Psychometrika 32(4), with his approximate curvature; agrees with R `factanal`
 */
export function fitOneFactor(caller: string, covariances: Float64Array, k: number): OneFactor {
  const factor = cholesky(covariances, k)
  const variances = Float64Array.from({ length: k }, (_, i) => covariances[i * k + i]!)
  if (!factor || variances.some((variance, i) => factor[i * k + i]! ** 2 <= ROUNDING * variance))
    throw new RangeError(`${caller}: an item repeats others or does not vary`)
  const first = search(
    covariances,
    variances,
    variances.map((variance) => variance / 2),
  )
  const isImproper = first.uniquenesses.some((own, i) => isLeast(own, variances[i]!))
  const others = isImproper ? Array.from(variances, (_, item) => itemAsFactor(covariances, k, item)) : []
  const best = others
    .map((start) => search(covariances, variances, start))
    .reduce((least, each) => (each.value < least.value ? each : least), first)
  const { value, ...found } = best
  return { ...found, discrepancy: value - logDeterminant(factor, k) - k }
}

/** Whether an item's own variance is as small as it may become. */
export function isLeast(uniqueness: number, variance: number): boolean {
  return uniqueness <= 1.02 * LEAST_UNIQUENESS * variance
}

/** What is left of each item when one of them explains the others. */
function itemAsFactor(covariances: Float64Array, k: number, item: number): Float64Array {
  return Float64Array.from({ length: k }, (_, j) => {
    const explained = covariances[item * k + j]! ** 2 / covariances[item * k + item]!
    return covariances[j * k + j]! - explained
  })
}

/** Newton steps on the logs of the uniquenesses, within their bounds. */
function search(covariances: Float64Array, variances: Float64Array, start: Float64Array) {
  const k = variances.length
  const least = variances.map((variance) => Math.log(LEAST_UNIQUENESS * variance))
  const most = variances.map(Math.log)
  const within = (logs: Float64Array) => logs.map((log, i) => Math.max(least[i]!, Math.min(most[i]!, log)))
  let logs = within(start.map((own) => Math.log(Math.max(own, 0))))
  let state = implied(covariances, k, logs)
  for (let iterations = 1; iterations <= 500; iterations++) {
    const gradient = logs.map((log, i) => {
      const own = state.loadings[i]! ** 2 + Math.exp(log) - variances[i]!
      return own / Math.exp(log)
    })
    const free = gradient.map((slope, i) =>
      Number(!((logs[i]! <= least[i]! && slope > 0) || (logs[i]! >= most[i]! && slope < 0))),
    )
    if (gradient.every((slope, i) => free[i] === 0 || Math.abs(slope) < 1e-10)) {
      return { ...finish(state, logs), iterations, converged: true }
    }
    const step = newtonStep(gradient, state.direction, free)
    let share = 1
    let next = logs
    let nextState = state
    do {
      next = within(logs.map((log, i) => log - share * step[i]!))
      nextState = implied(covariances, k, next)
      share /= 2
    } while (nextState.value > state.value + 1e-13 * Math.abs(state.value) && share > 1e-10)
    logs = next
    state = nextState
  }
  return { ...finish(state, logs), iterations: 500, converged: false }
}

type State = { value: number; loadings: Float64Array; direction: Float64Array }

/** The best loadings for given log uniquenesses, and the discrepancy up to a constant. */
function implied(covariances: Float64Array, k: number, logs: Float64Array): State {
  const roots = logs.map((log) => Math.exp(log / 2))
  const scaled = covariances.map((value, at) => value / roots[Math.floor(at / k)]! / roots[at % k]!)
  const { values, vectors } = symmetricEigen(scaled, k)
  const top = Math.max(1, values[0]!)
  const direction = Float64Array.from({ length: k }, (_, i) => vectors[i * k]!)
  const trace = values.reduce((sum, value) => sum + value, 0)
  return {
    value: logs.reduce((sum, log) => sum + log, 0) + Math.log(top) + trace - top + 1,
    loadings: direction.map((part, i) => part * Math.sqrt(top - 1) * roots[i]!),
    direction,
  }
}

/** Jöreskog's step over the items that are free to move. */
function newtonStep(gradient: Float64Array, direction: Float64Array, free: Float64Array): Float64Array {
  const k = gradient.length
  const curvature = Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k]
    if (i === j) return free[i] ? (1 - direction[i]! ** 2) ** 2 + 1e-9 : 1
    return free[i] && free[j] ? (direction[i]! * direction[j]!) ** 2 : 0
  })
  const factor = cholesky(curvature, k)
  const slopes = gradient.map((slope, i) => slope * free[i]!)
  return factor ? solveCholesky(factor, k, slopes) : slopes
}

function finish({ value, loadings }: State, logs: Float64Array) {
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1
  return { value, loadings: loadings.map((loading) => sign * loading), uniquenesses: logs.map(Math.exp) }
}

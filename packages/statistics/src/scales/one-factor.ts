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
 * @param covariances of the items, positive definite, `k × k`
 * @throws RangeError when the covariances are not positive definite
 * @see Jöreskog (1967), Psychometrika 32(4), with his approximate curvature; agrees with R `factanal`
 */
export function fitOneFactor(caller: string, covariances: Float64Array, k: number): OneFactor {
  const factor = cholesky(covariances, k)
  const variances = Float64Array.from({ length: k }, (_, i) => covariances[i * k + i] as number)
  const repeats = variances.some((variance, i) => !((factor?.[i * k + i] ?? 0) ** 2 > ROUNDING * variance))
  if (!factor || repeats) throw new RangeError(`${caller}: an item repeats others or does not vary`)
  const constant = logDeterminant(factor, k) + k
  const least = variances.map((variance) => Math.log(LEAST_UNIQUENESS * variance))
  const most = variances.map(Math.log)
  let logs = variances.map((variance) => Math.log(variance / 2))
  let state = implied(covariances, k, logs)
  for (let iterations = 1; iterations <= 500; iterations++) {
    const gradient = logs.map((log, i) => {
      const own = (state.loadings[i] as number) ** 2 + Math.exp(log) - (variances[i] as number)
      return own / Math.exp(log)
    })
    const free = gradient.map((slope, i) =>
      Number(
        !(
          ((logs[i] as number) <= (least[i] as number) && slope > 0) ||
          ((logs[i] as number) >= (most[i] as number) && slope < 0)
        ),
      ),
    )
    if (gradient.every((slope, i) => free[i] === 0 || Math.abs(slope) < 1e-10)) {
      return { ...finish(state, logs), discrepancy: state.value - constant, iterations, converged: true }
    }
    const step = newtonStep(gradient, state.direction, free)
    let share = 1
    let next = logs
    let nextState = state
    do {
      next = logs.map((log, i) =>
        Math.max(least[i] as number, Math.min(most[i] as number, log - share * (step[i] as number))),
      )
      nextState = implied(covariances, k, next)
      share /= 2
    } while (nextState.value > state.value + 1e-13 * Math.abs(state.value) && share > 1e-10)
    logs = next
    state = nextState
  }
  return { ...finish(state, logs), discrepancy: state.value - constant, iterations: 500, converged: false }
}

type State = { value: number; loadings: Float64Array; direction: Float64Array }

/** The best loadings for given log uniquenesses, and the discrepancy up to a constant. */
function implied(covariances: Float64Array, k: number, logs: Float64Array): State {
  const roots = logs.map((log) => Math.exp(log / 2))
  const scaled = covariances.map(
    (value, at) => value / (roots[Math.floor(at / k)] as number) / (roots[at % k] as number),
  )
  const { values, vectors } = symmetricEigen(scaled, k)
  const top = Math.max(1, values[0] as number)
  const direction = Float64Array.from({ length: k }, (_, i) => vectors[i * k] as number)
  const trace = values.reduce((sum, value) => sum + value, 0)
  return {
    value: logs.reduce((sum, log) => sum + log, 0) + Math.log(top) + trace - top + 1,
    loadings: direction.map((part, i) => part * Math.sqrt(top - 1) * (roots[i] as number)),
    direction,
  }
}

/** Jöreskog's step over the items that are free to move. */
function newtonStep(gradient: Float64Array, direction: Float64Array, free: Float64Array): Float64Array {
  const k = gradient.length
  const curvature = Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k]
    if (i === j) return free[i] ? (1 - (direction[i] as number) ** 2) ** 2 + 1e-9 : 1
    return free[i] && free[j] ? ((direction[i] as number) * (direction[j] as number)) ** 2 : 0
  })
  const factor = cholesky(curvature, k)
  const slopes = gradient.map((slope, i) => slope * (free[i] as number))
  return factor ? solveCholesky(factor, k, slopes) : slopes
}

function finish({ loadings }: State, logs: Float64Array) {
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1
  return { loadings: loadings.map((loading) => sign * loading), uniquenesses: logs.map(Math.exp) }
}

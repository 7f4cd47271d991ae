const { abs, exp, log, log1p, sqrt, PI } = Math

/**
 * Probability of exactly `successes` in `trials` with chance `p`, to about 1e-14 relative also for 100,000
 * trials. Differences of log-gammas would lose five digits there, so the terms that cancel are left out.
 *
 * @param q 1 − p, given by the caller who knows it without rounding
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities; the method of R `dbinom`
 */
export function binomialPmf(successes: number, trials: number, p: number, q: number): number {
  const failures = trials - successes
  if (successes === 0) return exp(trials * (p < 0.5 ? log1p(-p) : log(q)))
  if (failures === 0) return exp(trials * (q < 0.5 ? log1p(-q) : log(p)))
  const stirling = stirlingError(trials) - stirlingError(successes) - stirlingError(failures)
  const misfit = deviance(successes, trials * p) + deviance(failures, trials * q)
  return exp(stirling - misfit) * sqrt(trials / (2 * PI * successes * failures))
}

/** log n! less Stirling's approximation √(2πn)·(n/e)ⁿ, for whole n ≥ 1. */
function stirlingError(n: number): number {
  if (n <= 15) return log(factorial(n)) - (n + 0.5) * log(n) + n - 0.5 * log(2 * PI)
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}

/** x·log(x/m) + m − x without the cancellation when x is near the mean m: twice this is a deviance. */
function deviance(x: number, mean: number): number {
  if (abs(x - mean) >= 0.1 * (x + mean)) return x * log(x / mean) + mean - x
  const v = (x - mean) / (x + mean)
  let power = 2 * x * v
  let sum = (x - mean) * v
  for (let odd = 3; ; odd += 2) {
    power *= v * v
    const next = sum + power / odd
    if (next === sum) return sum
    sum = next
  }
}

import { deviance, stirlingError } from './log-gamma.ts'

const { exp, log, log1p, PI } = Math

/**
 * Probability of exactly `successes` in `trials` with chance `p`, to about 1e-14 relative also for 100,000
 * trials. Differences of log-gammas would lose five digits there, so the terms that cancel are left out.
 *
 * @param q 1 − p, given by the caller who knows it without rounding
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities; the method of R `dbinom`
 */
export function binomialTerm(successes: number, trials: number, p: number, q: number): number {
  const failures = trials - successes
  if (successes === 0) return exp(trials * (p < 0.5 ? log1p(-p) : log(q)))
  if (failures === 0) return exp(trials * (q < 0.5 ? log1p(-q) : log(p)))
  return exp(logBinomialTerm(successes, failures, p, q))
}

/** The logarithm of the same, also for counts that are not whole; both above 0. */
export function logBinomialTerm(successes: number, failures: number, p: number, q: number): number {
  const trials = successes + failures
  const stirling = stirlingError(trials) - stirlingError(successes) - stirlingError(failures)
  const misfit = deviance(successes, trials * p) + deviance(failures, trials * q)
  // Divided one by one: the product of two small counts may vanish.
  return stirling - misfit + 0.5 * log(trials / successes / failures / (2 * PI))
}

import { checkCount, checkShare } from '../argument-checks.ts'
import { binomialTerm } from './binomial-term.ts'
import { betaLogTails } from './incomplete-beta.ts'
import { leastCount } from './least-count.ts'
import { checkProbability, type Tail } from './tail.ts'

/**
 * Probability of exactly `successes` in independent trials; 0 for a whole number that cannot occur.
 *
 * @param trials whole number, 0 or more
 * @param chance of success in each, within 0 and 1
 * @throws RangeError when the counts are not whole or the chance is not within 0 and 1
 * @see agrees with R `dbinom`
 */
export function binomialPmf(successes: number, trials: number, chance: number): number {
  checkTrials('binomialPmf', successes, trials, chance)
  if (successes < 0 || successes > trials) return 0
  if (chance === 0 || chance === 1) return successes === chance * trials ? 1 : 0
  return binomialTerm(successes, trials, chance, 1 - chance)
}

/**
 * Probability of at most `successes`, or of more than that for the tail 'upper'.
 *
 * @throws RangeError as `binomialPmf`
 * @see agrees with R `pbinom`
 */
export function binomialCdf(successes: number, trials: number, chance: number, tail: Tail = 'lower'): number {
  checkTrials('binomialCdf', successes, trials, chance)
  if (successes < 0) return tail === 'lower' ? 0 : 1
  if (successes >= trials) return tail === 'lower' ? 1 : 0
  const { lower, upper } = betaLogTails(chance, 1 - chance, successes + 1, trials - successes)
  return Math.exp(tail === 'lower' ? upper : lower)
}

/**
 * The smallest count with at least `probability` at or below it; for the tail 'upper' the smallest with at
 * most `probability` above it.
 *
 * @throws RangeError when the probability or the chance is not within 0 and 1 or trials are not whole
 * @see agrees with R `qbinom`
 */
export function binomialQuantile(
  probability: number,
  trials: number,
  chance: number,
  tail: Tail = 'lower',
): number {
  checkProbability('binomialQuantile', probability)
  checkTrials('binomialQuantile', 0, trials, chance)
  return leastCount(probability, tail, 0, trials, (count) => binomialCdf(count, trials, chance, tail))
}

function checkTrials(caller: string, successes: number, trials: number, chance: number): void {
  checkCount(caller, 'trials', trials, 0)
  checkCount(caller, 'successes', successes, Number.MIN_SAFE_INTEGER)
  checkShare(caller, chance, 'chance')
}

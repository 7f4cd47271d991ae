import { checkCount, checkLevel } from '../argument-checks.ts'
import { betaQuantile } from '../distributions/beta.ts'
import type { Interval } from '../interval.ts'

/**
 * Clopper–Pearson interval for a share: exact for independent answers from an endless population, so it covers
 * the truth at least as often as it says, and is wider than Wilson's. For a known population
 * `hypergeometricInterval` is exact and narrower.
 *
 * @param successes whole number, 0 ≤ successes ≤ trials
 * @param trials whole number, at least 1
 * @param level confidence, between 0 and 1
 * @returns bounds as shares of 1
 * @throws RangeError when the counts or the level are impossible
 * @see Clopper & Pearson (1934), Biometrika 26(4); agrees with R `binom.test`
 */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): Interval {
  checkCount('clopperPearsonInterval', 'trials', trials, 1)
  checkCount('clopperPearsonInterval', 'successes', successes, 0, trials)
  checkLevel('clopperPearsonInterval', level)
  const tail = (1 - level) / 2
  const failures = trials - successes
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(tail, successes + 1, failures, 'upper'),
  }
}

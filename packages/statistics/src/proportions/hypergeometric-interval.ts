import { checkCount, checkLevel } from '../argument-checks.ts'
import { hypergeometricCdf } from '../distributions/hypergeometric.ts'
import type { Interval } from '../interval.ts'

/**
 * Exact interval for the share in a known finite population: all whole K for which neither so many nor so few
 * successes would be rarer than α/2, divided by N. Covers the truth at least as often as it says.
 *
 * Bounds are attainable shares K/N, so when nearly everyone answered they can lie up to 1/N beside the
 * observed share, which need not be attainable in the whole population.
 *
 * @param successes whole number, 0 ≤ successes ≤ sample
 * @param sample those who answered, whole number, at least 1
 * @param population all who could have, whole number, at least `sample`
 * @param level confidence, between 0 and 1
 * @returns bounds as shares of 1; a point when everyone answered
 * @throws RangeError when the counts or the level are impossible
 * @see Wright (1991), Exact Confidence Bounds when Sampling from Small Finite Universes
 */
export function hypergeometricInterval(
  successes: number,
  sample: number,
  population: number,
  level = 0.95,
): Interval {
  const caller = 'hypergeometricInterval'
  checkCount(caller, 'population', population, 1)
  checkCount(caller, 'sample', sample, 1, population)
  checkCount(caller, 'successes', successes, 0, sample)
  checkLevel(caller, level)
  const failures = sample - successes
  const least = leastMarked(successes, sample, population, (1 - level) / 2)
  const leastOthers = leastMarked(failures, sample, population, (1 - level) / 2)
  return { low: least / population, high: (population - leastOthers) / population }
}

/** The smallest K with P(X ≥ successes | K) > tail; the probability grows with K, so halving finds it. */
function leastMarked(successes: number, sample: number, population: number, tail: number): number {
  let low = successes
  let high = population - sample + successes
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    // P(X ≥ x | K) as the lower tail of those not marked; the margin keeps exact ties out despite rounding.
    const probability = hypergeometricCdf(sample - successes, population - middle, sample, population)
    if (probability > tail * (1 + 1e-10)) high = middle
    else low = middle + 1
  }
  return low
}

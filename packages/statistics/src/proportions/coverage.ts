import { checkCount, checkShare } from '../argument-checks.ts'
import { binomialPmf } from '../distributions/binomial.ts'
import { hypergeometricPmf } from '../distributions/hypergeometric.ts'
import type { Interval } from '../interval.ts'

/**
 * How often a way of making intervals holds the truth when `sample` of `population` answer at random,
 * computed exactly rather than simulated.
 *
 * @param intervalFor bounds for each number of successes 0..sample, as shares of 1
 * @returns `mean` and `least` coverage over all possible numbers of marked people 0..population,
 * and the mean width of the interval over the same
 * @throws RangeError when the counts are impossible
 */
export function intervalCoverage(
  intervalFor: (successes: number) => Interval,
  sample: number,
  population: number,
): { mean: number; least: number; meanWidth: number } {
  checkCount('intervalCoverage', 'population', population, 1)
  checkCount('intervalCoverage', 'sample', sample, 1, population)
  const coverage = new Float64Array(population + 1)
  let widths = 0
  for (let successes = 0; successes <= sample; successes++) {
    const { low, high } = intervalFor(successes)
    widths += high - low
    const from = Math.max(0, Math.ceil(low * population - 1e-9))
    const to = Math.min(population, Math.floor(high * population + 1e-9))
    for (let marked = from; marked <= to; marked++) {
      coverage[marked]! += hypergeometricPmf(successes, marked, sample, population)
    }
  }
  return {
    mean: coverage.reduce((sum, share) => sum + share, 0) / (population + 1),
    least: coverage.reduce((least, share) => Math.min(least, share), 1),
    // Over all numbers of marked people alike, every number of successes is equally likely.
    meanWidth: widths / (sample + 1),
  }
}

/**
 * How often a way of making intervals holds the truth when `trials` independent people answer with the same
 * chance, computed exactly: the endless population that plain Wilson and Clopper–Pearson assume.
 *
 * @param intervalFor bounds for each number of successes 0..trials, as shares of 1
 * @param chance the truth, within 0 and 1
 * @throws RangeError when trials are not whole or the chance is not within 0 and 1
 */
export function binomialCoverage(
  intervalFor: (successes: number) => Interval,
  trials: number,
  chance: number,
): number {
  checkCount('binomialCoverage', 'trials', trials, 1)
  checkShare('binomialCoverage', chance, 'chance')
  let covered = 0
  for (let successes = 0; successes <= trials; successes++) {
    const { low, high } = intervalFor(successes)
    if (low <= chance && chance <= high) covered += binomialPmf(successes, trials, chance)
  }
  return covered
}

import { checkCount, checkQuantile, checkShare } from '../argument-checks.ts'
import { Z_95 } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'

/**
 * Wilson score interval for a proportion: well behaved at 0 %, at 100 % and in small schools.
 *
 * @param successes whole number, 0 ≤ successes ≤ trials
 * @param trials whole number, at least 1
 * @param z standard normal quantile; the default gives 95 %
 * @returns bounds as shares of 1
 * @throws RangeError when the counts are impossible
 * @see Wilson (1927), JASA 22(158); agrees with R `prop.test(correct = FALSE)`
 */
export function wilsonInterval(successes: number, trials: number, z = Z_95): Interval {
  checkCount('wilsonInterval', 'trials', trials, 1)
  checkCount('wilsonInterval', 'successes', successes, 0, trials)
  checkQuantile('wilsonInterval', z)
  return wilson(successes / trials, trials, z)
}

/**
 * Wilson interval around a share whose count is not known, such as a percentage printed in a report.
 * The share is taken as it is: rounding to whole percent moves each bound by at most about half a percent.
 *
 * @param share of 1
 * @param trials more than 0; may be fractional (an effective sample size)
 * @param z standard normal quantile; the default gives 95 %
 * @returns bounds as shares of 1; the share itself always lies between them
 * @throws RangeError when the share is outside 0 and 1 or there are no trials
 */
export function wilsonShareInterval(share: number, trials: number, z = Z_95): Interval {
  checkShare('wilsonShareInterval', share)
  if (!(trials > 0 && trials < Infinity)) {
    throw new RangeError(`wilsonShareInterval: trials ${trials} is not a positive number`)
  }
  checkQuantile('wilsonShareInterval', z)
  return wilson(share, trials, z)
}

/**
 * Wilson interval for the share in a known finite population, of whom `sample` answered. Hearing from most
 * of a small school says much more than hearing from as many people of a large town.
 *
 * Valid when those who did not answer are like those who did.
 *
 * @param share of those who answered, as a share of 1
 * @param sample those who answered, whole number, at least 1
 * @param population all who could have, whole number, at least `sample`
 * @param z standard normal quantile; the default gives 95 %
 * @returns bounds as shares of 1; a point when everyone answered
 * @throws RangeError when the share or the counts are impossible
 * @see effectiveSampleSize
 */
export function wilsonFinite(share: number, sample: number, population: number, z = Z_95): Interval {
  checkShare('wilsonFinite', share)
  checkQuantile('wilsonFinite', z)
  const effective = effectiveSampleSize(sample, population)
  return effective === Infinity ? { low: share, high: share } : wilson(share, effective, z)
}

/**
 * The size of a sample from an endless population that would tell as much as `sample` of `population`:
 * n(N−1)/(N−n). Infinite when everyone answered; the sample itself when the population is not known.
 *
 * @throws RangeError when the counts are not whole, the sample is empty or larger than the population
 * @see Cochran (1977), Sampling Techniques, §3.2: the variance of a share drawn without replacement
 */
export function effectiveSampleSize(sample: number, population?: number): number {
  checkCount('effectiveSampleSize', 'sample', sample, 1)
  if (population === undefined) return sample
  checkCount('effectiveSampleSize', 'population', population, sample)
  return sample === population ? Infinity : (sample * (population - 1)) / (population - sample)
}

function wilson(share: number, trials: number, z: number): Interval {
  const shrink = 1 + z ** 2 / trials
  const centre = (share + z ** 2 / (2 * trials)) / shrink
  const halfWidth = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  // At 0 and 1 a bound equals the share; rounding error must not push it past.
  return {
    low: Math.max(0, Math.min(share, centre - halfWidth)),
    high: Math.min(1, Math.max(share, centre + halfWidth)),
  }
}

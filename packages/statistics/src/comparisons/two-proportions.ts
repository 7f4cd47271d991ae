import { checkLevel } from '../argument-checks.ts'
import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { checkedShare, type ObservedShare } from '../proportions/observed-share.ts'
import { effectiveSampleSize, wilsonFinite, wilsonShareInterval } from '../proportions/wilson.ts'

/**
 * Score test that two independent groups have the same share: the difference over its standard error under
 * the pooled share. Where a population is known, the group counts with its effective sample size, so the
 * question is about these very people; leave populations out to ask about the schools beyond this year.
 *
 * @returns `z`, positive when the first share is larger, and the two-sided `p`. Equal shares give z = 0 and
 * p = 1; two censuses that differ give z = ±∞ and p = 0, and so does a difference from a census at 0 or 1.
 * @throws RangeError when a share or a count is impossible
 * @see agrees with R `prop.test(correct = FALSE)`, whose statistic is z²
 */
export function twoProportionsTest(first: ObservedShare, second: ObservedShare): { z: number; p: number } {
  const share1 = checkedShare('twoProportionsTest', first)
  const share2 = checkedShare('twoProportionsTest', second)
  if (share1 === share2) return { z: 0, p: 1 }
  const variance1 = 1 / effectiveSampleSize(first.sample, first.population)
  const variance2 = 1 / effectiveSampleSize(second.sample, second.population)
  const total = variance1 + variance2
  if (total === 0) return { z: Math.sign(share1 - share2) * Infinity, p: 0 }
  // The same as (n₁p₁ + n₂p₂)/(n₁ + n₂), but finite when one group is a census.
  const pooled = (share1 * variance2 + share2 * variance1) / total
  const z = (share1 - share2) / Math.sqrt(pooled * (1 - pooled) * total)
  return { z, p: 2 * normalCdf(-Math.abs(z)) }
}

/**
 * Newcombe's hybrid score interval for the difference of two independent shares, first less second. It never
 * leaves −1 to 1 and works at 0 % and 100 %. Populations are used as in `twoProportionsTest`.
 *
 * @param level confidence, between 0 and 1
 * @returns bounds as shares of 1; a point when both groups are censuses
 * @throws RangeError when a share, a count or the level is impossible
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890, method 10
 */
export function newcombeInterval(first: ObservedShare, second: ObservedShare, level = 0.95): Interval {
  checkLevel('newcombeInterval', level)
  const z = -normalQuantile((1 - level) / 2)
  const share1 = checkedShare('newcombeInterval', first)
  const share2 = checkedShare('newcombeInterval', second)
  const own1 = ownInterval(share1, first, z)
  const own2 = ownInterval(share2, second, z)
  const difference = share1 - share2
  return {
    low: difference - Math.hypot(share1 - own1.low, own2.high - share2),
    high: difference + Math.hypot(own1.high - share1, share2 - own2.low),
  }
}

function ownInterval(share: number, { sample, population }: ObservedShare, z: number): Interval {
  return population === undefined
    ? wilsonShareInterval(share, sample, z)
    : wilsonFinite(share, sample, population, z)
}

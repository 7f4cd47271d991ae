import { checkCount, checkLevel, checkShare } from '../argument-checks.ts'
import { logGamma } from '../distributions/log-gamma.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'

/** A group as its mean, standard deviation (of n − 1) and size. */
export type GroupSummary = { mean: number; sd: number; size: number }

/** A difference in standard deviations, with how sure it is. */
export type StandardisedDifference = { value: number; standardError: number; interval: Interval }

/**
 * Hedges' g: difference of means, first less second, in pooled standard deviations, without the bias that
 * small groups have.
 *
 * @param level confidence, between 0 and 1
 * @throws RangeError when a group is smaller than 2, a standard deviation negative, or both are 0
 * @see Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, eq. 5.10 (exact correction) and 5.14
 */
export function hedgesG(first: GroupSummary, second: GroupSummary, level = 0.95): StandardisedDifference {
  checkGroup('hedgesG', first)
  checkGroup('hedgesG', second)
  checkLevel('hedgesG', level)
  const df = first.size + second.size - 2
  const squares = (first.size - 1) * first.sd ** 2 + (second.size - 1) * second.sd ** 2
  if (squares === 0) throw new RangeError('hedgesG: both standard deviations are 0')
  const correction = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2)
  const value = (correction * (first.mean - second.mean)) / Math.sqrt(squares / df)
  const both = first.size + second.size
  const standardError = Math.sqrt(both / (first.size * second.size) + value ** 2 / (2 * both))
  const halfWidth = standardError * normalQuantile((1 - level) / 2, 'upper')
  return { value, standardError, interval: { low: value - halfWidth, high: value + halfWidth } }
}

/**
 * Difference of means in standard deviations averaged over both groups, whatever their sizes: the measure of
 * how well a comparison group matches. Below 0.05 is fine, up to 0.25 adjust, above do not compare.
 *
 * @throws RangeError when a group is smaller than 2, a standard deviation negative, or both are 0
 * @see Austin (2009), Statistics in Medicine 28, 3083–3107; thresholds of the What Works Clearinghouse
 */
export function balanceDifference(first: GroupSummary, second: GroupSummary): number {
  checkGroup('balanceDifference', first)
  checkGroup('balanceDifference', second)
  const variance = (first.sd ** 2 + second.sd ** 2) / 2
  if (variance === 0) throw new RangeError('balanceDifference: both standard deviations are 0')
  return (first.mean - second.mean) / Math.sqrt(variance)
}

/** The same for shares, whose standard deviation is √(p(1 − p)). */
export function shareBalanceDifference(first: number, second: number): number {
  checkShare('shareBalanceDifference', first)
  checkShare('shareBalanceDifference', second)
  const variance = (first * (1 - first) + second * (1 - second)) / 2
  if (variance === 0)
    throw new RangeError(`shareBalanceDifference: shares ${first} and ${second} do not vary`)
  return (first - second) / Math.sqrt(variance)
}

/**
 * Cox index: the difference of two shares on the scale of Hedges' g, as log odds ratio over 1.65.
 *
 * @throws RangeError when a share is not strictly between 0 and 1
 * @see What Works Clearinghouse, Procedures Handbook, version 5, appendix E
 */
export function coxIndex(first: number, second: number): number {
  checkInner(first)
  checkInner(second)
  return (Math.log(first / (1 - first)) - Math.log(second / (1 - second))) / 1.65
}

function checkInner(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`coxIndex: share ${share} is not between 0 and 1`)
}

function checkGroup(caller: string, { mean, sd, size }: GroupSummary): void {
  checkCount(caller, 'size', size, 2)
  if (!Number.isFinite(mean)) throw new RangeError(`${caller}: mean ${mean} is not a finite number`)
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`${caller}: sd ${sd} is negative or not finite`)
}

import { checkLevel } from '../argument-checks.ts'
import { normalCdf, normalPdf, normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { checkEffects, type UncertainEffect } from './uncertain-effect.ts'

/** Intervals for comparing groups with each other by eye. */
export type ComparisonIntervals = {
  /** Standard errors to each side of an effect: 1.39 for errors of one size, up to 1.96 when they differ much. */
  factor: number
  /** One for each group, in the order given. */
  intervals: Interval[]
}

/**
 * Intervals for a picture in which two groups are compared by whether their intervals overlap. Ordinary 95 %
 * intervals are too wide for that: those of two groups that differ significantly often still overlap. These are
 * narrowed so that, of groups that do not differ, 1 − level of all pairs lie apart on average. They say nothing of
 * one group by itself, and of many pairs some lie apart by chance.
 *
 * @param groups independent estimates; pairs in which both are certain are left out of the average
 * @param level 1 − the mean share of pairs that lie apart by chance, between 0 and 1
 * @throws RangeError when a number is not finite, an error is negative or the level impossible
 * @see Goldstein & Healy (1995), JRSS A 158(1)
 */
export function comparisonIntervals(groups: readonly UncertainEffect[], level = 0.95): ComparisonIntervals {
  checkLevel('comparisonIntervals', level)
  checkEffects('comparisonIntervals', groups)
  const factor = meanFactor(
    groups.map(({ standardError }) => standardError),
    level,
  )
  return {
    factor,
    intervals: groups.map(({ effect, standardError }) => ({
      low: effect - factor * standardError,
      high: effect + factor * standardError,
    })),
  }
}

/**
 * The factor at which pairs lie apart with a mean chance of 1 − level. Intervals of a pair lie apart when their
 * effects differ by more than factor · (s + t), which is factor · reach of the difference's standard errors.
 */
function meanFactor(errors: readonly number[], level: number): number {
  const reaches = pairReaches(errors)
  const quantile = normalQuantile((1 - level) / 2, 'upper')
  // One group, or no pair with an error: nothing to narrow for.
  if (reaches.length === 0) return quantile
  // The mean chance falls ever more slowly, and no reach is above √2, so from here Newton's steps only go up.
  let factor = quantile / Math.SQRT2
  for (let step = 1; step > 1e-12 * factor; factor += step) {
    let excess = 0
    let fall = 0
    for (const reach of reaches) {
      excess += 2 * normalCdf(factor * reach, 'upper') - (1 - level)
      fall += 2 * reach * normalPdf(factor * reach)
    }
    step = excess / fall
  }
  return factor
}

/** (s + t) / √(s² + t²) of each pair, from 1 (one of them certain) to √2 (both alike). */
function pairReaches(errors: readonly number[]): Float64Array {
  const reaches: number[] = []
  for (const [at, one] of errors.entries()) {
    for (const other of errors.slice(at + 1)) {
      const largest = Math.max(one, other)
      if (largest === 0) continue
      const ratio = Math.min(one, other) / largest
      reaches.push((1 + ratio) / Math.sqrt(1 + ratio * ratio))
    }
  }
  return Float64Array.from(reaches)
}

import {
  type Indicator,
  type JudgedSeries,
  type Series,
  targetValue,
  type Verdict,
} from '#modules/indicators'

/** A series that missed a target with a figure, and by how much of that figure. */
export type Miss = {
  indicator: Indicator
  series: Series
  verdict: Verdict
  /** The figure that was to be reached. */
  needed: number
  /** Result minus target, as a share of the target: −0.12 is 12 % less than was asked for. */
  gap: number
}

/**
 * The missed targets that the results are farthest from, the farthest first. Differences are compared as
 * shares of the target, since counts and per cents have no common unit. Targets without a figure of their own
 * (“better than the baseline”) and targets of zero have no such share and are left out.
 */
export function findWidestMisses(judged: readonly JudgedSeries[], most: number): Miss[] {
  return judged
    .flatMap(({ indicator, series, verdict }) => {
      const value = verdict.observation?.value
      const needed = verdict.target && targetValue(series, verdict.target)
      if (verdict.status !== 'missed' || !value || !('number' in value) || !needed) return []
      return [{ indicator, series, verdict, needed, gap: (value.number - needed) / Math.abs(needed) }]
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, most)
}

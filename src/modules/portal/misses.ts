import {
  type Gap,
  gapOf,
  type Indicator,
  type JudgedSeries,
  type Series,
  type Verdict,
} from '#modules/indicators'

/** A series that missed a target with a figure, and by how much of that figure. */
export type Miss = Gap & { indicator: Indicator; series: Series; verdict: Verdict }

/** The missed targets among some judged series, the farthest first; the others are left out. */
export function findMisses(judged: readonly JudgedSeries[]): Miss[] {
  return judged
    .flatMap(({ indicator, series, verdict }) => {
      const gap = gapOf(verdict)
      return gap === null ? [] : [{ indicator, series, verdict, ...gap }]
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
}

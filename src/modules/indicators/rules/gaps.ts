import { isFigure } from '../figures.ts'
import type { Indicator, IndicatorSet, MissingKind, Series } from '../model.ts'
import { judgedPeriods } from '../questions.ts'
import { en, lv } from '../words/say.ts'

/** A judged period in which series have no result, and why; null when no reason is given. */
export type Gap = { period: string; kind: MissingKind | null; series: Series[] }

/** What is missing in the judged periods, by period and by reason. */
export function gapsOf(set: IndicatorSet, indicator: Indicator): Gap[] {
  return judgedPeriods(set).flatMap((period) => {
    const missing = indicator.series.flatMap((series) => {
      const result = series.results.find((one) => one.period === period)
      if (isFigure(result)) return []
      return [{ series, kind: result?.value.kind === 'missing' ? result.value.missing : null }]
    })
    const groups = Map.groupBy(missing, ({ kind }) => kind)
    return [...groups].map(([kind, group]) => ({ period, kind, series: group.map(({ series }) => series) }))
  })
}

/** Where results are missing and why, as a list with semicolons. */
export function sayGaps(indicator: Indicator, gaps: Gap[]) {
  const latvian = gaps.map(({ period, kind, series }) => {
    const reason = kind === null ? 'iemesls nav norādīts' : lv.missing(kind)
    return `${lv.period(period, 'in')}${lv.inBrackets(indicator, series)} – ${reason}`
  })
  const english = gaps.map(({ period, kind, series }) => {
    const reason = kind === null ? 'no reason given' : en.missing(kind)
    return `${en.period(period, 'short')}${en.inBrackets(indicator, series)} – ${reason}`
  })
  return { lv: latvian.join('; '), en: english.join('; ') }
}

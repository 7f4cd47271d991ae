import { isFigure } from '../figures.ts'
import type { Indicator, IndicatorSet, MissingKind, PeriodRule, Series } from '../model.ts'
import { judgedPeriods } from '../questions.ts'
import { en, lv } from '../words/say.ts'

/**
 * A judged period in which series have no result, and why; null when no reason is given. Where several periods
 * answer one target year, as a school year and a calendar year, a result in one of them is enough.
 */
export type Gap = { period: string; kind: MissingKind | null; series: Series[] }

/** What is missing in the judged periods, by period and by reason. */
export function gapsOf(set: IndicatorSet, indicator: Indicator): Gap[] {
  return judgedPeriods(set).flatMap((period) => {
    const missing = indicator.series.flatMap((series) => {
      const result = series.results.find((one) => one.period === period)
      if (isFigure(result) || answersElsewhere(set.periodRule, series, period)) return []
      return [{ series, kind: result?.value.kind === 'missing' ? result.value.missing : null }]
    })
    const groups = Map.groupBy(missing, ({ kind }) => kind)
    return [...groups].map(([kind, group]) => ({ period, kind, series: group.map(({ series }) => series) }))
  })
}

/** Whether a series that says nothing of a period has a result of another that answers the same year. */
function answersElsewhere(rule: PeriodRule, { results }: Series, period: string): boolean {
  const isSilent = results.every((result) => result.period !== period)
  return (
    isSilent && results.some((result) => isFigure(result) && rule.get(result.period) === rule.get(period))
  )
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

import type { AskedValues } from '#platform/asked.ts'
import { comparePeriods } from '#platform/period.ts'
import { sayingUnits } from '#platform/say/index.ts'
import { fold, wordsIn } from '#platform/texts/fold.ts'
import type { Indicator, IndicatorSet, Series } from './model.ts'
import { ownPeriod } from './own-period.ts'
import { judgedPeriods, promisedIndicators } from './questions.ts'
import { judge, REASONS, type Reason, SURENESS, type Sureness, type Verdict } from './verdict.ts'

/** One line of figures with its verdict. */
export type JudgedSeries = { indicator: Indicator; series: Series; verdict: Verdict }

/** Statuses by which a reader may choose, the good ones first. */
export const STATUSES = [
  'met',
  'onTrack',
  'missed',
  'offTrack',
  'notEvaluable',
] as const satisfies Verdict['status'][]

/** What a reader looks for; what is undefined or empty is not asked. */
export type IndicatorFilter = {
  /** Verdicts of which a series has one. */
  statuses?: readonly Verdict['status'][] | undefined
  /** Why a series cannot be judged. */
  reason?: Reason | undefined
  /** How sure the verdict is. */
  certainty?: Sureness | undefined
  /** Words that must all occur in the code, the title or the label, whatever the case and diacritics. */
  text?: string | undefined
}

/** Judges every series of the indicators that promise something: in a period, or each in its own latest one. */
export function judgeSet(set: IndicatorSet, period: string | null): JudgedSeries[] {
  return promisedIndicators(set).flatMap((indicator) => judgeIndicator(indicator, set, period))
}

export function judgeIndicator(
  indicator: Indicator,
  { periodRule, units }: Pick<IndicatorSet, 'periodRule' | 'units'>,
  period: string | null,
): JudgedSeries[] {
  return sayingUnits(units, () =>
    indicator.series.map((series) => ({
      indicator,
      series,
      verdict: judge(indicator, series, period ?? ownPeriod(series, periodRule), periodRule),
    })),
  )
}

/** The series that answer every part of the filter, in the order given. */
export function filterSeries(judged: readonly JudgedSeries[], filter: IndicatorFilter): JudgedSeries[] {
  const words = wordsIn(filter.text ?? '')
  return judged.filter(
    ({ indicator, series, verdict }) =>
      (!filter.statuses?.length || filter.statuses.includes(verdict.status)) &&
      (!filter.reason || (verdict.status === 'notEvaluable' && verdict.reason === filter.reason)) &&
      (!filter.certainty || verdict.certainty === filter.certainty) &&
      hasWords(indicator, series, words),
  )
}

/** The periods of which a table shows results: the one judged and the one before it. */
export function shownPeriods(set: Pick<IndicatorSet, 'periodRule'>, period: string): string[] {
  const periods = judgedPeriods(set).filter((one) => comparePeriods(one, period) <= 0)
  return periods.slice(-2)
}

/** Query parameters of the list and its files. */
export const LIST_PARAMETERS = ['period', 'goal', 'verdict', 'reason', 'certainty', 'text']

/** Whether anything is left out by a filter. */
export const isFiltered = ({ statuses = [], ...filter }: IndicatorFilter): boolean =>
  statuses.length > 0 || Object.values(filter).some((asked) => asked !== undefined)

/** The filter that a request asks for. */
export function readFilter(asked: AskedValues): IndicatorFilter {
  return {
    statuses: asked.severalOf('verdict', STATUSES, (one) => `indicators.verdict.${one}`),
    reason: asked.oneOf('reason', REASONS),
    certainty: asked.oneOf('certainty', SURENESS),
    text: asked.text('text'),
  }
}

function hasWords(indicator: Indicator, series: Series, words: string[]): boolean {
  if (words.length === 0) return true
  const text = wordsAbout(indicator, series)
  return words.every((word) => text.includes(word))
}

/** In what a reader’s words are looked for: code, title and label in small letters without diacritics. */
export const wordsAbout = (
  { code, title }: Pick<Indicator, 'code' | 'title'>,
  { label }: Pick<Series, 'label'>,
) => fold([code, title.lv, title.en, label?.lv, label?.en].join(' '))

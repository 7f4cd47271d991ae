import {
  certaintyOf,
  describeCertainty,
  describeStep,
  figureAddress,
  formatTarget,
  formatValue,
  type Indicator,
  type JudgedSeries,
  type Observation,
  type Series,
  seriesName,
  type Verdict,
} from '#modules/indicators'
import { comparePeriods } from '#platform/period.ts'
import type { Inline } from '#platform/reports/report.ts'
import type { Pen } from './pen.ts'

/** An indicator by its code and title, with a link to its page. */
export const indicatorLink = ({ link, named, data }: Pen, indicator: Indicator): Inline => [
  link(named(indicator), `${data.home}/raditaji/${encodeURIComponent(indicator.code)}`),
]

/** A series beside others of its indicator; the indicator itself where it has no others. */
export function seriesLink(
  pen: Pen,
  { indicator, series }: Pick<JudgedSeries, 'indicator' | 'series'>,
): Inline {
  const [link] = indicatorLink(pen, indicator)
  if (!link || indicator.seriesCount === 1) return link ? [link] : []
  return [link, { text: ` – ${seriesName(series, pen.speech)}` }]
}

/** What was observed, as a figure with its period; that there is nothing, in words. */
export function observed(
  pen: Pen,
  { code }: Pick<Indicator, 'code'>,
  { key }: Pick<Series, 'key'>,
  observation: Observation | null,
  { place, hasPeriod = true }: { place?: 'baseline'; hasPeriod?: boolean } = {},
): Inline {
  const { speech, word, data } = pen
  if (observation === null) return [{ text: word('indicators.missing.none') }]
  const { value, period } = observation
  const said = formatValue(value, speech)
  const when = hasPeriod && period !== 'unknown' ? ` (${speech.say.period(period, 'short')})` : ''
  if (value.kind === 'missing') return [{ text: `${said}${when}` }]
  const figure = pen.figure(
    `indicator:${key}@${place ?? period}`,
    said,
    `${data.home}${figureAddress(code, key, period)}`,
  )
  return when === '' ? [figure] : [figure, { text: when }]
}

/** What was promised, as a figure with its year. */
export function promised(pen: Pen, { indicator, series, verdict }: JudgedSeries): Inline {
  const { target } = verdict
  const said = formatTarget(indicator, series, target, pen.speech)
  if (target === null || target.kind === 'none') return [{ text: said }]
  const year = target.year === null ? '' : ` (${target.year})`
  const place = target.year === null ? 'bez-termina' : String(target.year)
  const address = `${pen.data.home}${figureAddress(indicator.code, series.key, place)}`
  return [
    pen.figure(`target:${series.key}@${place}`, said, address),
    ...(year === '' ? [] : [{ text: year }]),
  ]
}

/** A verdict in words, with how far the result is from what was asked for, or why there is none. */
export function verdictWords(pen: Pen, verdict: Verdict): string {
  const { word, speech } = pen
  if (verdict.status === 'notEvaluable') {
    const why = word(`indicators.reason.${verdict.reason}`)
    return `${word('indicators.verdict.notEvaluable')}: ${why}`
  }
  const step = describeStep(verdict, speech)
  const said = word(`indicators.verdict.${verdict.status}`)
  return step === null ? said : `${said}, ${step}`
}

/** How sure a verdict is, in a few words, and from how many answers. */
export function sureWords(pen: Pen, { indicator, verdict }: JudgedSeries): string {
  const { word, speech } = pen
  if (verdict.certainty === 'none') return word('publishing.sure.none')
  const certainty = certaintyOf(indicator, verdict.observation)
  const said = word(`publishing.sure.${verdict.certainty}`)
  if (certainty === null || verdict.observation === null) return said
  if (certainty.n === null && certainty.interval === null) return said
  return `${said}; ${describeCertainty(certainty, verdict.observation, speech)}`
}

/** The result before the one that is judged; null where there is none. */
export function resultBefore({ series, verdict }: JudgedSeries): Observation | null {
  const earlier = series.results.filter(({ period }) => comparePeriods(period, verdict.period) < 0)
  return earlier.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1) ?? null
}

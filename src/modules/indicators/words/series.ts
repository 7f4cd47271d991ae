import type { Speech } from '#platform/i18n.tsx'
import { certaintyOf } from '../certainty.ts'
import type { Indicator, Series } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { describeCertainty } from './certainty.ts'
import { formatTarget } from './target.ts'
import { formatValue } from './value.ts'

/** A series' own name beside its indicator: the breakdown in words, or that it covers everything. */
export function seriesName(series: Series, { text, local }: Pick<Speech, 'text' | 'local'>): string {
  return series.label ? local(series.label) : text('indicators.series.whole')
}

/** All figures and targets of a series in one sentence, named, for those who do not see the chart. */
export function describeSeries(indicator: Indicator, series: Series, speech: Speech): string {
  const title = speech.local(indicator.title)
  const name = series.label ? `${title}, ${speech.local(series.label)}` : title
  return `${name}: ${describeFigures(indicator, series, speech)}`
}

/** All figures and targets of a series, in the order of time. */
export function describeFigures(indicator: Indicator, series: Series, speech: Speech): string {
  const { text } = speech
  const figures = observationsOf(series).map((one) => {
    const certainty = certaintyOf(indicator, one)
    const sure = certainty?.interval ? ` (${describeCertainty(certainty, one, speech)})` : ''
    const value = `${formatValue(one.value, speech)}${sure}`
    const what = { period: speech.say.period(one.period), value }
    return one === series.baseline?.observation
      ? text('indicators.series.baseline', what)
      : text('indicators.series.result', what)
  })
  const earlier = (series.earlier?.figures ?? []).map((one) =>
    text('indicators.series.earlier', {
      period: speech.say.period(one.period, 'in'),
      value: formatValue(one.value, speech),
    }),
  )
  const targets = series.targets.map((target) =>
    target.year === null
      ? text('indicators.series.target.noYear', { value: formatTarget(indicator, series, target, speech) })
      : text('indicators.series.target', {
          year: String(target.year),
          value: formatTarget(indicator, series, target, speech),
        }),
  )
  return `${[...earlier, ...figures, ...targets].join('; ')}.`
}

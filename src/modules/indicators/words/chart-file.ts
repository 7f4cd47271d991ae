import type { SourceDocument } from '#modules/sources'
import { createSpeech } from '#platform/i18n.tsx'
import { capital, sayWithUnits, type UnitTable } from '#platform/say/index.ts'
import type { Language, Text } from '#platform/texts/text.ts'
import type { ChartFile } from '#platform/ui/chart/chart-file.ts'
import { chartSource } from '#platform/ui/chart/chart-source.ts'
import { certaintyOf } from '../certainty.ts'
import { citedDocuments } from '../cited.ts'
import type { Indicator, Series } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { commonDomains } from '../plots/drawn-series.ts'
import { seriesLegend } from '../plots/marks.ts'
import { drawSeries } from '../plots/series-chart.ts'
import { seriesMarks } from '../plots/series-marks.ts'
import { chartNotes } from './chart.ts'
import { describeFigures } from './series.ts'

type Shown = {
  indicator: Indicator
  series: Series
  place: string
  units: UnitTable
  sources: readonly SourceDocument[]
  /** Of the page, without its language. */
  address: string
  /** The day whose state is shown; null for today's, which is as old as its newest figure. */
  day: string | null
}

/** The chart of a series as a file; undefined where none is drawn. */
export function seriesFile(shown: Shown, language: Language, text: Text): ChartFile | undefined {
  const { indicator, series, units, sources } = shown
  const speech = { ...createSpeech(language, text), say: sayWithUnits(language, units) }
  const drawing = drawSeries(indicator, series, { language, domains: commonDomains(indicator) })
  if (drawing === null) return undefined
  const figures = observationsOf(series)
  const hasIntervals = figures.some((one) => certaintyOf(indicator, one)?.interval)
  const isJudged = series.baseline !== null || series.targets.length > 0
  const name = speech.local(indicator.title)
  const newest = Math.max(...figures.map(({ recordedAt }) => recordedAt.getTime()))
  const cited = citedDocuments({ ...indicator, series: [series] }, sources)
  return {
    language,
    title: [series.label ? `${name}, ${speech.local(series.label)}` : name, shown.place].join('. '),
    sentence: capital(describeFigures(indicator, series, speech)),
    drawing: seriesMarks(drawing, speech),
    legend: seriesLegend({ isJudged, hasIntervals }, text),
    notes: chartNotes(indicator, series, drawing, speech),
    source: chartSource(speech, {
      sources: cited.map(({ title }) => speech.local(title)),
      address: shown.address,
      day: shown.day ?? new Date(newest).toISOString().slice(0, 10),
    }),
  }
}

import { useSpeech } from '#platform/i18n.tsx'
import { ChartLinks } from '#platform/ui/chart/chart-links.tsx'
import { seriesAnchor } from '../anchors.ts'
import type { Indicator, Series } from '../model.ts'
import type { Domains } from '../plots/drawn-series.ts'
import { drawSeries } from '../plots/series-chart.ts'
import type { Verdict } from '../verdict.ts'
import { chartNotes } from '../words/chart.ts'
import { describeFigures, seriesName } from '../words/series.ts'
import { DistributionChart } from './distribution-chart.tsx'
import { SeriesChart } from './series-chart.tsx'
import { VerdictChip } from './verdict-chip.tsx'
import { VerdictSentence } from './verdict-sentence.tsx'

/** Where the charts of an indicator stand as files, without the ending, and what they are asked by. */
export type ChartAddress = { address: string; query: Readonly<Record<string, string | number | null>> }

type Props = {
  indicator: Indicator
  series: Series
  verdict: Verdict | undefined
  domains: Domains
  files: ChartAddress
}

/** One series drawn, with its verdict and how it came about; without a chart its figures in words. */
export function SeriesFigure({ indicator, series, verdict, domains, files }: Props) {
  const speech = useSpeech()
  const isDistribution = indicator.valueKind === 'distribution'
  const drawing = isDistribution
    ? null
    : drawSeries(indicator, series, { language: speech.language, domains })
  return (
    <figure id={seriesAnchor(series.key)}>
      {series.label ? <h3>{speech.local(series.label)}</h3> : null}
      {isDistribution ? <DistributionChart series={series} /> : null}
      {drawing ? <SeriesChart indicator={indicator} series={series} drawing={drawing} /> : null}
      <figcaption>
        {verdict ? (
          <>
            <VerdictChip verdict={verdict} /> <VerdictSentence indicator={indicator} verdict={verdict} />
          </>
        ) : null}
        {verdict && (drawing || isDistribution) ? null : <p>{describeFigures(indicator, series, speech)}</p>}
        {drawing ? (
          <>
            <span className="note">{chartNotes(indicator, series, drawing, speech).join(' ')}</span>
            <ChartLinks
              address={files.address}
              query={{ series: series.key, ...files.query }}
              name={seriesName(series, speech)}
            />
          </>
        ) : null}
      </figcaption>
    </figure>
  )
}

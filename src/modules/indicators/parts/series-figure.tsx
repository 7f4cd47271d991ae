import { useSpeech } from '#platform/i18n.tsx'
import { seriesAnchor } from '../anchors.ts'
import type { Indicator, Series } from '../model.ts'
import type { Verdict } from '../verdict.ts'
import { describeFigures } from '../words/series.ts'
import { DistributionChart } from './distribution-chart.tsx'
import { SeriesChart } from './series-chart.tsx'
import { VerdictChip } from './verdict-chip.tsx'
import { VerdictSentence } from './verdict-sentence.tsx'

type Props = { indicator: Indicator; series: Series; verdict: Verdict | undefined }

/** One series drawn, with its verdict and how it came about; without a verdict its figures in words. */
export function SeriesFigure({ indicator, series, verdict }: Props) {
  const speech = useSpeech()
  return (
    <figure id={seriesAnchor(series.key)}>
      {series.label ? <h3>{speech.local(series.label)}</h3> : null}
      {indicator.valueKind === 'distribution' ? (
        <DistributionChart series={series} />
      ) : (
        <SeriesChart indicator={indicator} series={series} />
      )}
      <figcaption>
        {verdict ? (
          <>
            <VerdictChip verdict={verdict} /> <VerdictSentence indicator={indicator} verdict={verdict} />
          </>
        ) : (
          describeFigures(indicator, series, speech)
        )}
      </figcaption>
    </figure>
  )
}

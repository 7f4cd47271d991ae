import { certaintyOf } from '../certainty.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { commonDomains } from '../plots/drawn-series.ts'
import { ChartLegend } from './chart-legend.tsx'
import { type ChartAddress, SeriesFigure } from './series-figure.tsx'

type Props = { indicator: Indicator; judged: readonly JudgedSeries[]; files: ChartAddress }

/** Every series drawn, as small charts beside each other, with one scale for those of one unit. */
export function SeriesFigures({ indicator, judged, files }: Props) {
  const verdicts = new Map(judged.map(({ series, verdict }) => [series, verdict]))
  const domains = commonDomains(indicator)
  const hasIntervals = indicator.series.some((series) =>
    observationsOf(series).some((one) => certaintyOf(indicator, one)?.interval),
  )
  return (
    <>
      {indicator.valueKind === 'distribution' ? null : (
        <ChartLegend isJudged={judged.length > 0} hasIntervals={hasIntervals} />
      )}
      <div className="multiples">
        {indicator.series.map((series) => (
          <SeriesFigure
            key={series.key}
            indicator={indicator}
            series={series}
            verdict={verdicts.get(series)}
            domains={domains}
            files={files}
          />
        ))}
      </div>
    </>
  )
}

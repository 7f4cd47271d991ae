import { certaintyOf } from '../certainty.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { ChartLegend } from './chart-legend.tsx'
import { SeriesFigure } from './series-figure.tsx'

type Props = { indicator: Indicator; judged: readonly JudgedSeries[] }

/** Every series drawn, as small charts beside each other. */
export function SeriesFigures({ indicator, judged }: Props) {
  const verdicts = new Map(judged.map(({ series, verdict }) => [series, verdict]))
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
          />
        ))}
      </div>
    </>
  )
}

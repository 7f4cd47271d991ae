import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { ChartLegend } from './chart-legend.tsx'
import { SeriesFigure } from './series-figure.tsx'

type Props = { indicator: Indicator; judged: readonly JudgedSeries[] }

/** Every series drawn, as small charts beside each other. */
export function SeriesFigures({ indicator, judged }: Props) {
  const verdicts = new Map(judged.map(({ series, verdict }) => [series, verdict]))
  return (
    <>
      {indicator.valueKind === 'distribution' ? null : <ChartLegend isJudged={judged.length > 0} />}
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

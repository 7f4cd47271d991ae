import { useSpeech } from '#platform/i18n.tsx'
import { Drawn } from '#platform/ui/chart/drawn.tsx'
import type { Indicator, Series } from '../model.ts'
import type { SeriesDrawing } from '../plots/series-chart.ts'
import { seriesMarks } from '../plots/series-marks.ts'
import { describeSeries } from '../words/series.ts'

type Props = { indicator: Indicator; series: Series; drawing: SeriesDrawing }

/** The numbers of a series over time, with what was promised. */
export function SeriesChart({ indicator, series, drawing }: Props) {
  const speech = useSpeech()
  return (
    <Drawn
      kind="series"
      drawing={seriesMarks(drawing, speech)}
      label={describeSeries(indicator, series, speech)}
    />
  )
}

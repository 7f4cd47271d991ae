import { useSpeech } from '#platform/i18n.tsx'
import { LegendList } from '#platform/ui/chart/legend-list.tsx'
import { seriesLegend } from '../plots/marks.ts'

type Props = { isJudged: boolean; hasIntervals: boolean }

/** What the marks of a series' chart mean. */
export function ChartLegend(shown: Props) {
  return <LegendList entries={seriesLegend(shown, useSpeech().text)} />
}

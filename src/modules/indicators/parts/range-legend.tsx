import { useSpeech } from '#platform/i18n.tsx'
import { LegendList } from '#platform/ui/chart/legend-list.tsx'
import { rangeLegend } from '../plots/marks.ts'

/** What the marks of a range mean. */
export function RangeLegend({ hasIntervals }: { hasIntervals: boolean }) {
  return <LegendList entries={rangeLegend(hasIntervals, useSpeech().text)} />
}

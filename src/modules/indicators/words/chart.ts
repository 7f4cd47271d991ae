import type { Speech } from '#platform/i18n.tsx'
import { directionOf, unitOf } from '../measured.ts'
import type { Indicator, Series } from '../model.ts'
import type { SeriesDrawing } from '../plots/series-chart.ts'

/** What a chart cannot draw by itself: which way is good, and that its axis leaves zero out. */
export function chartNotes(
  indicator: Indicator,
  series: Series,
  { leavesOutZero, better, unit }: Pick<SeriesDrawing, 'leavesOutZero' | 'better' | 'unit'>,
  { text, say }: Pick<Speech, 'text' | 'say'>,
): string[] {
  const direction = directionOf(indicator, series)
  const isRatio = unitOf(indicator, series) === 'ratio' && direction !== 'none'
  return [
    text(isRatio ? `indicators.chart.ratio.${direction}` : `indicators.chart.good.${direction}`),
    ...(better ? [text('indicators.chart.better', { value: say.quantity(better.value, unit) })] : []),
    ...(leavesOutZero ? [text('platform.chart.notZero')] : []),
  ]
}

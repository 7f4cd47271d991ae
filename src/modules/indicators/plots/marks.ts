import type { Text } from '#platform/texts/text.ts'
import { circle, type LegendEntry, line, path } from '#platform/ui/chart/drawing.ts'

type Shown = { isJudged: boolean; hasIntervals: boolean }

/** What the signs of a series' chart mean. */
export function seriesLegend({ isJudged, hasIntervals }: Shown, text: Text): LegendEntry[] {
  return [
    ...(isJudged
      ? [{ key: 'base', label: text('indicators.mark.baseline'), marks: [circle('dot-base', 8, 8, 4.5)] }]
      : []),
    { key: 'result', label: text('indicators.mark.result'), marks: [circle('dot-latest', 8, 8, 5)] },
    ...(hasIntervals
      ? [
          {
            key: 'interval',
            label: text('indicators.mark.interval'),
            marks: [path('whisker', 'M8 1V15M4 1h8M4 15h8')],
          },
        ]
      : []),
    ...(isJudged
      ? [
          {
            key: 'target',
            label: text('indicators.mark.targetOfYear'),
            marks: [line('target', 0, 8, 16, 8)],
          },
          { key: 'path', label: text('indicators.mark.path'), marks: [line('target-path', 0, 8, 16, 8)] },
        ]
      : []),
  ]
}

/** What the signs of a range mean. */
export function rangeLegend(hasIntervals: boolean, text: Text): LegendEntry[] {
  return [
    { key: 'base', label: text('indicators.mark.baseline'), marks: [circle('dot-base', 8, 8, 4)] },
    { key: 'earlier', label: text('indicators.mark.earlier'), marks: [circle('dot-earlier', 8, 8, 3)] },
    { key: 'latest', label: text('indicators.mark.latest'), marks: [circle('dot-latest', 8, 8, 5.5)] },
    ...(hasIntervals
      ? [
          {
            key: 'interval',
            label: text('indicators.mark.interval'),
            marks: [path('whisker', 'M1 8H15M1 4v8M15 4v8')],
          },
        ]
      : []),
    {
      key: 'target',
      label: text('indicators.mark.target'),
      marks: [line('target-zone', 8, 8, 16, 8), line('target', 8, 1, 8, 15)],
    },
  ]
}

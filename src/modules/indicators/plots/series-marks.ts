import type { Speech } from '#platform/i18n.tsx'
import { circle, type Drawing, line, type Mark, path, words, zigzag } from '#platform/ui/chart/drawing.ts'
import { CHART, type ChartPoint, type SeriesDrawing } from './series-chart.ts'

/** The marks of a series over time: axis with unit and gridlines, what was promised, what came. */
export function seriesMarks(drawing: SeriesDrawing, speech: Pick<Speech, 'text' | 'say'>): Drawing {
  const { text, say } = speech
  const { unit, left, points, lines, targets, path: way, breaks, ticks, levels, better } = drawing
  const floor = CHART.height - CHART.bottom
  const right = CHART.width - 4
  const said = (value: number) => say.quantity(value, unit)
  const marks: Mark[] = [
    words('tick', axisUnit(unit, say), 0, 26, 'start'),
    ...drawing.valueTicks.flatMap(({ y, said }) => [
      line('grid', left, y, right, y),
      words('tick', said, left - 5, y + 4, 'end'),
    ]),
    line('axis', left, floor, right, floor),
    ...(drawing.leavesOutZero ? [zigzag(left, floor)] : []),
    ...ticks.flatMap(({ x, period, hasLabel }) => [
      line('axis', x, floor, x, floor + 4),
      ...(hasLabel ? [words('tick', say.period(period, 'tick'), x, floor + 19)] : []),
    ]),
    ...breaks.flatMap((x) => [
      line('break', x, 16, x, floor),
      words('break-label', text('indicators.chart.break'), x, 12),
    ]),
    ...(way.length > 1 ? [path('target-path', `M${way.map(({ x, y }) => `${x} ${y}`).join('L')}`)] : []),
    ...levels.flatMap(({ y, value }) => [
      line('target', left, y, right, y),
      words('target-label', `${said(value)} (${text('indicators.target.noYear')})`, left + 4, y - 6, 'start'),
    ]),
    ...(better ? betterMarks(better) : []),
    ...lines.map(([from, to]) => line('path', from.x, from.y, to.x, to.y)),
    ...points.flatMap(({ x, whisker }) =>
      whisker
        ? [
            path(
              'whisker',
              `M${x} ${whisker.low}V${whisker.high}M${x - 5} ${whisker.low}h10M${x - 5} ${whisker.high}h10`,
            ),
          ]
        : [],
    ),
    ...targets.flatMap(({ x, y, value, labelY }) => [
      line('target', x - 9, y, x + 9, y),
      words('target-label', said(value), x, labelY),
    ]),
    ...points.flatMap((point, index) => pointMarks(point, index === points.length - 1, said)),
  ]
  return { width: CHART.width, height: CHART.height, marks }
}

/** The unit as it stands at the head of an axis. */
export function axisUnit(unit: string, say: Speech['say']): string {
  if (unit === 'percent') return '%'
  return unit === 'ratio' ? '1 : n' : say.unitName(unit)
}

function pointMarks(point: ChartPoint, isLatest: boolean, said: (value: number) => string): Mark[] {
  const { x, y, role, value, labelY } = point
  const look = role === 'baseline' ? 'dot-base' : isLatest ? 'dot-latest' : 'dot-earlier'
  return [circle(look, x, y, role === 'baseline' ? 4.5 : 5), words('value-label', said(value), x, labelY)]
}

/** The baseline as a mark to be better than: dashed, with an arrow to the better side behind its end. */
function betterMarks({ y, from, to, direction }: NonNullable<SeriesDrawing['better']>): Mark[] {
  const sign = direction === 'down' ? 1 : -1
  const x = to + 16
  return [
    line('target-path', from, y, x, y),
    ...(direction === 'none'
      ? []
      : [path('target', `M${x} ${y}v${sign * 16}m-5 ${-sign * 6}l5 ${sign * 6}l5 ${-sign * 6}`)]),
  ]
}

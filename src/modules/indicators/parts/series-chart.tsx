import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator, Series } from '../model.ts'
import { CHART, drawSeries } from '../plots/series-chart.ts'
import { describeSeries } from '../words/series.ts'

/** The numbers of a series over time, with what was promised; nothing when it has no numbers. */
export function SeriesChart({ indicator, series }: { indicator: Indicator; series: Series }) {
  const speech = useSpeech()
  const { text } = speech
  const drawing = drawSeries(indicator, series)
  if (drawing === null) return null
  const { unit, points, lines, targets, path, breaks, ticks, levels } = drawing
  const floor = CHART.height - CHART.bottom
  return (
    <svg
      className="chart series"
      role="img"
      aria-label={describeSeries(indicator, series, speech)}
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
    >
      <line className="axis" x1={4} x2={CHART.width - 4} y1={floor} y2={floor} />
      {ticks.map(({ x, period, hasLabel }) => (
        <g key={x}>
          <line className="axis" x1={x} x2={x} y1={floor} y2={floor + 4} />
          {hasLabel ? (
            <text className="middle" x={x} y={floor + 18}>
              {speech.say.period(period, 'tick')}
            </text>
          ) : null}
        </g>
      ))}
      {breaks.map((x) => (
        <g key={x}>
          <line className="break" x1={x} x2={x} y1={16} y2={floor} />
          <text className="middle break-label" x={x} y={11}>
            {text('indicators.chart.break')}
          </text>
        </g>
      ))}
      {path.length > 1 ? (
        <polyline className="target-path" points={path.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ) : null}
      {levels.map(({ y, value }) => (
        <g key={value}>
          <line className="target" x1={CHART.left} x2={CHART.width - CHART.right} y1={y} y2={y} />
          <text className="target-label" x={CHART.left} y={y - 6}>
            {speech.say.quantity(value, unit)} ({text('indicators.target.noYear')})
          </text>
        </g>
      ))}
      {lines.map(([from, to]) => (
        <line key={`${from.x} ${to.x}`} className="path" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {points.map(({ x, period, whisker }) =>
        whisker ? (
          <path
            key={period}
            className="interval whisker"
            d={`M${x} ${whisker.low}V${whisker.high}M${x - 5} ${whisker.low}h10M${x - 5} ${whisker.high}h10`}
          />
        ) : null,
      )}
      {targets.map(({ x, y, year, value, labelY }) => (
        <g key={year}>
          <line className="target" x1={x - 9} x2={x + 9} y1={y} y2={y} />
          <text className="middle target-label" x={x} y={labelY}>
            {speech.say.quantity(value, unit)}
          </text>
        </g>
      ))}
      {points.map(({ x, y, role, period, value, labelY }, index) => (
        <g key={period}>
          <circle
            className={dotOf(role, index === points.length - 1)}
            cx={x}
            cy={y}
            r={role === 'baseline' ? 4.5 : 5}
          />
          <text className="middle value-label" x={x} y={labelY}>
            {speech.say.quantity(value, unit)}
          </text>
        </g>
      ))}
    </svg>
  )
}

function dotOf(role: 'baseline' | 'result' | 'earlier', isLatest: boolean): string {
  if (role === 'baseline') return 'dot-base'
  return isLatest ? 'dot-latest' : 'dot-earlier'
}

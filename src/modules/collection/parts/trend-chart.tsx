import { useSpeech } from '#platform/i18n.tsx'
import type { Trend } from '../feedback/trend.ts'
import { drawTrend, TREND } from '../plots/trend.ts'

/** How one figure of an institution went over time; nothing where there is only one. */
export function TrendChart({ trend, title }: { trend: Trend; title: string }) {
  const { text, say } = useSpeech()
  const drawing = drawTrend(trend.points)
  if (!drawing) return null
  const { marks, lines, ticks, zero } = drawing
  const told = say.list(marks.map(({ period, value }) => `${say.period(period)}: ${say.number(value, 1)}`))
  return (
    <svg
      className="chart trend"
      role="img"
      aria-label={text('collection.feedback.trend', { title, told })}
      viewBox={`0 0 ${TREND.width} ${TREND.height}`}
    >
      <line className="axis" x1={4} x2={TREND.width - 4} y1={zero} y2={zero} />
      {ticks.map(({ x, period }) => (
        <text key={period} className="middle" x={x} y={TREND.height - 6}>
          {say.period(period, 'tick')}
        </text>
      ))}
      {lines.map(([from, to]) => (
        <line key={from.period} className="path" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {marks.map(({ x, y, period, value }, index) => (
        <g key={period}>
          <circle className={index === marks.length - 1 ? 'dot-latest' : 'dot-earlier'} cx={x} cy={y} r={4} />
          <text className="middle value-label" x={x} y={y - 8}>
            {say.number(value, 1)}
          </text>
        </g>
      ))}
    </svg>
  )
}

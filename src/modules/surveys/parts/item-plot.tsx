import { useSpeech } from '#platform/i18n.tsx'
import type { Estimate } from '../estimate.ts'
import { fitName, placeRows, placeShare, TICKS, WIDTH } from '../plots/plot-lines.ts'

export type PlotRow = {
  key: string
  /** Whose answers the row shows. */
  name: string
  /** The figure in words, or why there is none. */
  words: string
  estimate: Pick<Estimate, 'share' | 'low' | 'high'> | null
}

type Props = { rows: readonly PlotRow[]; label: string }

/** Shares with their intervals on a common axis, one row a group, named and said where they stand. */
export function ItemPlot({ rows, label }: Props) {
  const { text } = useSpeech()
  const places = placeRows(rows.length)
  return (
    <svg
      className="chart dots"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${places.height}`}
      preserveAspectRatio="xMidYMin meet"
    >
      {TICKS.map((tick) => {
        const x = placeShare(tick)
        return (
          <g key={tick}>
            <line className="axis" x1={x} x2={x} y1={places.top} y2={places.bottom} />
            <text
              x={x}
              y={places.tickWords}
              textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
            >
              {tick === 0 || tick === 1 ? text('surveys.plot.tick', { percent: tick * 100 }) : tick * 100}
            </text>
          </g>
        )
      })}
      {rows.map((row, index) => {
        const place = places.rows[index]
        return place ? <Row key={row.key} row={row} place={place} /> : null
      })}
    </svg>
  )
}

function Row({ row, place }: { row: PlotRow; place: { words: number; line: number } }) {
  const { estimate } = row
  return (
    <g>
      <text className="named" x={0} y={place.words}>
        {fitName(row.name)}
      </text>
      <text className={estimate ? 'named' : ''} x={WIDTH} y={place.words} textAnchor="end">
        {row.words}
      </text>
      {estimate ? (
        <>
          <line
            className="interval"
            x1={placeShare(estimate.low)}
            x2={placeShare(estimate.high)}
            y1={place.line}
            y2={place.line}
          />
          <circle className="dot-latest" cx={placeShare(estimate.share)} cy={place.line} r={4.5} />
        </>
      ) : null}
    </g>
  )
}

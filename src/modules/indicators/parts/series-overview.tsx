import { useSpeech } from '#platform/i18n.tsx'
import { seriesAnchor } from '../anchors.ts'
import type { JudgedSeries } from '../list.ts'
import { seriesName } from '../words/series.ts'
import { CategoryNote } from './category-note.tsx'
import { RangeLegend } from './range-legend.tsx'
import { SeriesCells, SeriesHeadings } from './series-cells.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** How many series there are, on this page and on others. */
  all: number
  periods: readonly string[]
  period: string
  year: string
}

/** All series of one indicator at a glance, each with a link to its chart and figures. */
export function SeriesOverview({ rows, all, periods, period, year }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <>
      <table className="cards figures">
        <caption>
          {text('indicators.table.caption', {
            count: all,
            period: speech.say.period(period, 'of'),
            year,
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="name">
              {text('indicators.column.series')}
            </th>
            <SeriesHeadings periods={periods} period={period} year={year} />
          </tr>
        </thead>
        <tbody>
          {rows.map((judged) => (
            <tr key={judged.series.key}>
              <th scope="row">
                <a href={`#${seriesAnchor(judged.series.key)}`}>{seriesName(judged.series, speech)}</a>
                <CategoryNote series={judged.series} />
              </th>
              <SeriesCells judged={judged} periods={periods} year={year} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ indicator }) => indicator.valueKind !== 'distribution') ? <RangeLegend /> : null}
    </>
  )
}

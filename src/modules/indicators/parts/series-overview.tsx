import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { seriesAnchor } from '../anchors.ts'
import { hasIntervals } from '../has-intervals.ts'
import type { JudgedTime } from '../judged-time.ts'
import type { JudgedSeries } from '../list.ts'
import { seriesName } from '../words/series.ts'
import { tableCaption } from '../words/table-caption.ts'
import { CategoryNote } from './category-note.tsx'
import { RangeLegend } from './range-legend.tsx'
import { seriesColumns } from './series-columns.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** How many series there are, on this page and on others. */
  all: number
  time: JudgedTime | null
}

/** All series of one indicator at a glance, each with a link to its chart and figures. */
export function SeriesOverview({ rows, all, time }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <>
      <Table
        className="figures results"
        caption={tableCaption(speech, { found: all, all, time })}
        columns={[
          {
            heading: text('indicators.column.series'),
            headingClass: 'name',
            cell: ({ series }) => (
              <>
                <a href={`#${seriesAnchor(series.key)}`}>{seriesName(series, speech)}</a>
                <CategoryNote series={series} />
              </>
            ),
          },
          ...seriesColumns(speech, time),
        ]}
        rows={rows}
        rowKey={({ series }) => series.key}
      />
      {rows.some(({ indicator }) => indicator.valueKind !== 'distribution') ? (
        <RangeLegend hasIntervals={hasIntervals(rows)} />
      ) : null}
    </>
  )
}

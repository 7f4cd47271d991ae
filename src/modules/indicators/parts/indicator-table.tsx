import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { FindingCount } from '../findings.ts'
import { hasIntervals } from '../has-intervals.ts'
import type { JudgedTime } from '../judged-time.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { tableCaption } from '../words/table-caption.ts'
import { CategoryNote } from './category-note.tsx'
import { RangeLegend } from './range-legend.tsx'
import { seriesColumns } from './series-columns.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** How many series answer the filter, on this page and on others. */
  found: number
  /** How many series there are before any are left out. */
  all: number
  time: JudgedTime | null
  /** The period asked for. */
  chosen: string | null
  address: string
  findings: ReadonlyMap<string, FindingCount>
}

/** Indicators with a row for each of their series; a row becomes a card on a phone. */
export function IndicatorTable({ rows, found, all, time, chosen, address, findings }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const nameOf = (indicator: Indicator) => (
    <IndicatorLink
      indicator={indicator}
      address={address}
      chosen={chosen}
      count={findings.get(indicator.code)}
    />
  )
  return (
    <>
      <Table
        className="figures"
        caption={tableCaption(speech, { found, all, time })}
        columns={[
          {
            heading: text('indicators.column.indicator'),
            headingClass: 'name',
            cell: ({ indicator, series }) =>
              indicator.seriesCount === 1 ? (
                nameOf(indicator)
              ) : (
                <>
                  {series.label ? local(series.label) : series.key}
                  <CategoryNote series={series} />
                </>
              ),
          },
          ...seriesColumns(speech, time),
        ]}
        groups={[...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, series]) => ({
          key: indicator.code,
          lead: indicator.seriesCount > 1 && nameOf(indicator),
          rows: series,
        }))}
        rowKey={({ series }) => series.key}
        isNested
      />
      <RangeLegend hasIntervals={hasIntervals(rows)} />
    </>
  )
}

type LinkProps = {
  indicator: Indicator
  address: string
  chosen: string | null
  count: FindingCount | undefined
}

function IndicatorLink({ indicator, address, chosen, count }: LinkProps) {
  const { text, local } = useSpeech()
  const page = `${address}/${indicator.code}${chosen === null ? '' : `?period=${chosen}`}`
  const [only] = indicator.series
  return (
    <span className="coded">
      <span className="nr">{indicator.code}</span>
      <span>
        <a href={page}>{local(indicator.title)}</a>
        {count ? (
          <a className={`flag ${count.severity}`} href={`${page}#findings`}>
            <span aria-hidden="true">⚑</span> {text('indicators.findings.count', { count: count.count })}
          </a>
        ) : null}
        {only && indicator.seriesCount === 1 ? <CategoryNote series={only} /> : null}
      </span>
    </span>
  )
}

import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { FindingCount } from '../findings.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { CategoryNote } from './category-note.tsx'
import { RangeLegend } from './range-legend.tsx'
import { seriesColumns } from './series-columns.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** How many series answer the filter, on this page and on others. */
  found: number
  /** How many series there are before any are left out. */
  all: number
  periods: readonly string[]
  period: string
  year: string
  address: string
  findings: ReadonlyMap<string, FindingCount>
}

/** Indicators with a row for each of their series; a row becomes a card on a phone. */
export function IndicatorTable({ rows, found, all, periods, period, year, address, findings }: Props) {
  const speech = useSpeech()
  const { text, local, say } = speech
  const nameOf = (indicator: Indicator) => (
    <IndicatorLink
      indicator={indicator}
      address={address}
      period={period}
      count={findings.get(indicator.code)}
    />
  )
  return (
    <>
      <Table
        className="figures"
        caption={text(found === all ? 'indicators.table.caption' : 'indicators.table.captionSome', {
          count: found,
          period: say.period(period, 'of'),
          year,
          all: String(all),
        })}
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
          ...seriesColumns(speech, { periods, period, year }),
        ]}
        groups={[...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, series]) => ({
          key: indicator.code,
          lead: indicator.seriesCount > 1 && nameOf(indicator),
          rows: series,
        }))}
        rowKey={({ series }) => series.key}
        isNested
      />
      <RangeLegend />
    </>
  )
}

type LinkProps = { indicator: Indicator; address: string; period: string; count: FindingCount | undefined }

function IndicatorLink({ indicator, address, period, count }: LinkProps) {
  const { text, local } = useSpeech()
  const page = `${address}/${indicator.code}`
  const [only] = indicator.series
  return (
    <span className="coded">
      <span className="nr">{indicator.code}</span>
      <span>
        <a href={`${page}?period=${period}`}>{local(indicator.title)}</a>
        {count ? (
          <a className={`flag ${count.severity}`} href={`${page}?period=${period}#findings`}>
            <span aria-hidden="true">⚑</span> {text('indicators.findings.count', { count: count.count })}
          </a>
        ) : null}
        {only && indicator.seriesCount === 1 ? <CategoryNote series={only} /> : null}
      </span>
    </span>
  )
}

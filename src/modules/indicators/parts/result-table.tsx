import { useSpeech } from '#platform/i18n.tsx'
import type { Sorting } from '#platform/ui/sort.ts'
import { useSort } from '#platform/ui/sortable-table.tsx'
import { type Column, type RowGroup, Table } from '#platform/ui/table.tsx'
import type { FindingCount } from '../findings.ts'
import type { JudgedTime } from '../judged-time.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { placeOfVerdict, wholeName } from '../result-order.ts'
import { BaselineText } from './baseline-text.tsx'
import { CategoryNote } from './category-note.tsx'
import { CertaintyNote } from './certainty-note.tsx'
import { TargetRange } from './target-range.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'
import { VerdictChip } from './verdict-chip.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** What the table shows, in a sentence. */
  caption: string
  time: JudgedTime | null
  /** The period asked for. */
  chosen: string | null
  /** The list of indicators; pages of indicators stand below it. */
  address: string
  findings?: ReadonlyMap<string, FindingCount>
  sorting: Sorting
  /** What links of its headings call it, where a page has several. */
  name?: string
  /** The day as of which the page is read. */
  asOf?: string | undefined
}

/** Results, one a row: what was measured, the result, what was to be reached, and the verdict. On a phone a row is a few short lines. */
export function ResultTable({ rows, caption, time, address, findings, sorting, name, ...asked }: Props) {
  const { text, local, say, language } = useSpeech()
  const isSorted = useSort(sorting) !== undefined
  const nameOf = (indicator: Indicator) => (
    <IndicatorLink indicator={indicator} address={address} count={findings?.get(indicator.code)} {...asked} />
  )
  const columns: [Column<JudgedSeries>, ...Column<JudgedSeries>[]] = [
    {
      heading: text('indicators.column.indicator'),
      headingClass: 'name',
      sort: { key: 'name', value: (row) => wholeName(row, language) },
      cell: ({ indicator, series }) =>
        indicator.seriesCount === 1 ? (
          nameOf(indicator)
        ) : (
          <>
            {isSorted ? nameOf(indicator) : null}
            <span className={isSorted ? 'note' : undefined}>
              {series.label ? local(series.label) : text('indicators.series.whole')}
            </span>
            <CategoryNote series={series} />
          </>
        ),
    },
    {
      heading: text('indicators.column.baseline'),
      label: null,
      className: 'n baseline',
      cell: ({ indicator, series }) => <BaselineText indicator={indicator} baseline={series.baseline} />,
    },
    {
      heading: text('indicators.column.result'),
      label: null,
      className: 'n result',
      cellClass: 'strong',
      cell: ({ indicator, verdict: { observation, period } }) => (
        <>
          <ValueText value={observation?.value} isCompact />
          {time === null ? <span className="note">{say.period(period, 'short')}</span> : null}
          <CertaintyNote indicator={indicator} observation={observation} saysUnknown={false} />
        </>
      ),
    },
    {
      heading: text('indicators.column.ownTarget'),
      label: null,
      className: 'n aim',
      cell: ({ indicator, series, verdict: { target } }) => (
        <>
          <TargetText indicator={indicator} series={series} target={target} />
          {target !== null && (time === null || target.year === null) ? (
            <span className="note">
              {target.year === null
                ? text('indicators.target.noYear')
                : say.period(String(target.year), 'short')}
            </span>
          ) : null}
        </>
      ),
    },
    {
      heading: text('indicators.column.range'),
      label: null,
      className: 'drawing',
      cell: (judged) => <TargetRange {...judged} />,
    },
    {
      heading: text('indicators.column.verdict'),
      label: null,
      className: 'verdict',
      sort: { key: 'verdict', value: ({ verdict }) => placeOfVerdict(verdict) },
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
    },
  ]
  const groups: RowGroup<JudgedSeries>[] = isSorted
    ? [{ key: 'all', rows }]
    : [...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, series]) => ({
        key: indicator.code,
        lead: indicator.seriesCount > 1 && nameOf(indicator),
        rows: series,
      }))
  return (
    <Table
      className="figures results"
      caption={caption}
      columns={columns}
      groups={groups}
      rowKey={({ series }) => series.key}
      sorting={sorting}
      {...(name === undefined ? {} : { name })}
      isNested
    />
  )
}

type LinkProps = {
  indicator: Indicator
  address: string
  chosen: string | null
  asOf?: string | undefined
  count: FindingCount | undefined
}

function IndicatorLink({ indicator, address, chosen, asOf, count }: LinkProps) {
  const { text, local } = useSpeech()
  const query = new URLSearchParams({ ...(chosen && { period: chosen }), ...(asOf && { asOf }) }).toString()
  const page = `${address}/${indicator.code}${query === '' ? '' : `?${query.replaceAll('%2F', '/')}`}`
  const [only] = indicator.series
  return (
    <span className="coded">
      <span className="nr">{indicator.code}</span>
      <span>
        <a href={page}>{local(indicator.title)}</a>{' '}
        {count ? (
          <a className={`flag ${count.severity}`} href={`${page}#findings`}>
            <span aria-hidden="true">⚑</span> {text('indicators.findings.count', { count: count.count })}
            <span className="visually-hidden"> – {indicator.code}</span>
          </a>
        ) : null}
        {only && indicator.seriesCount === 1 ? <CategoryNote series={only} /> : null}
      </span>
    </span>
  )
}

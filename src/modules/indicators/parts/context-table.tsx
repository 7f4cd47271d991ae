import { useSpeech } from '#platform/i18n.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import type { Indicator, Series } from '../model.ts'
import { CertaintyNote } from './certainty-note.tsx'
import { ValueText } from './value-text.tsx'

type Row = { indicator: Indicator; series: Series }

/** Figures that describe the municipality and promise nothing: no targets, no verdicts. */
export function ContextTable({ indicators, address }: { indicators: readonly Indicator[]; address: string }) {
  const { text, local, say } = useSpeech()
  const nameOf = ({ code, title }: Indicator) => <a href={`${address}/${code}`}>{local(title)}</a>
  return (
    <Table
      className="figures"
      caption={text('indicators.context.caption')}
      columns={[
        {
          heading: text('indicators.column.indicator'),
          headingClass: 'name',
          cell: ({ indicator, series }) =>
            indicator.seriesCount > 1 ? local(series.label ?? indicator.title) : nameOf(indicator),
        },
        ...lastPeriods(indicators).map(
          (period): Column<Row> => ({
            heading: say.period(period, 'short'),
            className: 'n',
            cell: ({ indicator, series }) => {
              const observation = series.results.find((result) => result.period === period)
              return (
                <>
                  <ValueText value={observation?.value} />
                  <CertaintyNote indicator={indicator} observation={observation} />
                </>
              )
            },
          }),
        ),
      ]}
      groups={indicators.map((indicator) => ({
        key: indicator.code,
        lead: indicator.seriesCount > 1 && nameOf(indicator),
        rows: indicator.series.map((series) => ({ indicator, series })),
      }))}
      rowKey={({ series }) => series.key}
      isNested
    />
  )
}

/** The four latest periods that have results. */
function lastPeriods(indicators: readonly Indicator[]) {
  const periods = indicators.flatMap(({ series }) =>
    series.flatMap(({ results }) => results.map(({ period }) => period)),
  )
  return [...new Set(periods)].sort().slice(-4)
}

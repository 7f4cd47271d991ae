import { OwnResult, TargetRange, ValueText } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Miss } from '../misses.ts'

type Props = { misses: readonly Miss[]; slug: string; period: string | null }

/** The missed targets that the results are farthest from. */
export function MissTable({ misses, slug, period }: Props) {
  const { text, local, path, say } = useSpeech()
  return (
    <Table
      caption={text('portal.misses.caption')}
      columns={[
        {
          heading: text('portal.misses.indicator'),
          cell: ({ indicator, series }) => (
            <span className="coded">
              <span className="nr">{indicator.code}</span>
              <span>
                <a href={path(`/${slug}/raditaji/${encodeURIComponent(indicator.code)}`)}>
                  {local(indicator.title)}
                </a>
                {series.label ? <span className="note">{local(series.label)}</span> : null}
              </span>
            </span>
          ),
        },
        {
          heading: text('portal.misses.baseline'),
          className: 'n',
          cell: ({ verdict }) => <ValueText value={verdict.baseline?.observation.value} />,
        },
        {
          heading: period === null ? text('indicators.column.result') : say.period(period, 'short'),
          className: 'n',
          cellClass: 'strong',
          cell: ({ verdict }) =>
            period === null ? (
              <OwnResult verdict={verdict} />
            ) : (
              <ValueText value={verdict.observation?.value} />
            ),
        },
        {
          heading: text('portal.misses.target'),
          className: 'n',
          cell: ({ needed, verdict }) => <Needed needed={needed} miss={verdict.observation?.value} />,
        },
        {
          heading: text('portal.misses.range'),
          label: null,
          cell: ({ indicator, series, verdict }) => (
            <TargetRange indicator={indicator} series={series} verdict={verdict} />
          ),
        },
        { heading: text('portal.misses.gap'), cell: ({ gap }) => <Gap gap={gap} /> },
      ]}
      rows={misses}
      rowKey={({ series }) => series.key}
    />
  )
}

function Needed({ needed, miss }: { needed: number; miss: Parameters<typeof ValueText>[0]['value'] }) {
  const speech = useSpeech()
  return speech.say.quantity(needed, miss && 'unit' in miss ? miss.unit : 'count')
}

function Gap({ gap }: { gap: number }) {
  const { text, number } = useSpeech()
  const percent = number(Math.abs(gap) * 100, { maximumFractionDigits: Math.abs(gap) < 0.1 ? 1 : 0 })
  return text(gap < 0 ? 'portal.misses.less' : 'portal.misses.more', { percent })
}

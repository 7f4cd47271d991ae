import { CertaintyNote, OwnResult, TargetRange, ValueText } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Miss } from '../misses.ts'

type Props = { misses: readonly Miss[]; slug: string; period: string | null }

/** The missed targets that the results are farthest from. */
export function MissTable({ misses, slug, period }: Props) {
  const { text, local, path, say } = useSpeech()
  return (
    <Table
      className="figures results"
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
          className: 'n baseline',
          cell: ({ verdict }) => <ValueText value={verdict.baseline?.observation.value} />,
        },
        {
          heading: period === null ? text('indicators.column.result') : say.period(period, 'short'),
          label: null,
          className: 'n result',
          cellClass: 'strong',
          cell: ({ indicator, verdict }) =>
            period === null ? (
              <OwnResult indicator={indicator} verdict={verdict} />
            ) : (
              <>
                <ValueText value={verdict.observation?.value} />
                <CertaintyNote indicator={indicator} observation={verdict.observation} />
              </>
            ),
        },
        {
          heading: text('portal.misses.target'),
          label: null,
          className: 'n aim',
          cell: ({ needed, verdict }) => <Needed needed={needed} miss={verdict.observation?.value} />,
        },
        {
          heading: text('portal.misses.range'),
          label: null,
          className: 'drawing',
          cell: ({ indicator, series, verdict }) => (
            <TargetRange indicator={indicator} series={series} verdict={verdict} />
          ),
        },
        {
          heading: text('portal.misses.gap'),
          label: null,
          className: 'verdict',
          cell: ({ gap, verdict }) => <Gap gap={gap} verdict={verdict} />,
        },
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

function Gap({ gap, verdict }: Pick<Miss, 'gap' | 'verdict'>) {
  const { text, number } = useSpeech()
  const percent = number(Math.abs(gap) * 100, { maximumFractionDigits: Math.abs(gap) < 0.1 ? 1 : 0 })
  const said = text('portal.misses.worse', { percent })
  if (verdict.certainty !== 'withinChance') return said
  return (
    <>
      {said} <Chip kind="withinChance" label={text('indicators.certainty.withinChance')} />
    </>
  )
}

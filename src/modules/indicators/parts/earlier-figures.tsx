import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { indicatorAddress } from '../anchors.ts'
import type { Indicator } from '../model.ts'
import { seriesName } from '../words/series.ts'
import { ValueText } from './value-text.tsx'

/** What an earlier plan measured of the same, with the way to its page; nothing where none did. */
export function EarlierFigures({ indicator, place }: { indicator: Indicator; place: string }) {
  const speech = useSpeech()
  const { text, path, say } = speech
  const rows = indicator.series.flatMap((series) =>
    (series.earlier?.figures ?? []).map((figure) => ({ series, figure })),
  )
  const { continues } = indicator
  if (!continues || rows.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h3 id="earlier">{text('indicators.earlier.title')}</h3>
      <p>
        {text('indicators.earlier.lede')}{' '}
        <a href={path(`${place}/plani/${continues.plan}${indicatorAddress(continues.code)}`)}>
          {text('indicators.earlier.link', { code: continues.code })}
        </a>
      </p>
      <Table
        caption={text('indicators.earlier.title')}
        columns={[
          {
            heading: text('indicators.earlier.period'),
            cell: ({ series, figure }) =>
              [indicator.seriesCount > 1 ? seriesName(series, speech) : null, say.period(figure.period)]
                .filter(Boolean)
                .join(', '),
          },
          {
            heading: text('indicators.earlier.value'),
            className: 'n',
            cell: ({ figure }) => <ValueText value={figure.value} />,
          },
        ]}
        rows={rows}
        rowKey={({ series, figure }) => `${series.key} ${figure.period}`}
      />
    </section>
  )
}

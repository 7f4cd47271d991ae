import { WithinChanceCount } from '#modules/indicators/parts'
import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Headline } from '../headlines.server.ts'
import { MUNICIPALITY_SORTING } from '../municipality-sorting.ts'

export type WithHeadline = { municipality: Municipality; headline: Headline }

/** Municipalities that have published their strategies, with how far each has come. */
export function MunicipalityTable({ rows, caption }: { rows: readonly WithHeadline[]; caption: string }) {
  const { text, path, local } = useSpeech()
  return (
    <Table
      caption={caption}
      sorting={MUNICIPALITY_SORTING}
      columns={[
        {
          heading: text('portal.country.name'),
          cell: ({ municipality }) => <a href={path(`/${municipality.slug}`)}>{local(municipality.name)}</a>,
          sort: { key: 'name', value: ({ municipality }) => local(municipality.name) },
        },
        {
          heading: text('registry.kind'),
          cell: ({ municipality }) => text(`registry.kind.${municipality.kind}`),
          sort: { key: 'kind', value: ({ municipality }) => text(`registry.kind.${municipality.kind}`) },
        },
        {
          heading: text('registry.region'),
          cell: ({ municipality }) => local(municipality.region.name),
          sort: { key: 'region', value: ({ municipality }) => local(municipality.region.name) },
        },
        { heading: text('portal.country.strategy'), cell: ({ headline }) => local(headline.strategy.title) },
        { heading: text('portal.country.result'), cell: ({ headline }) => <Result headline={headline} /> },
      ]}
      rows={rows}
      rowKey={({ municipality }) => municipality.id}
    />
  )
}

function Result({ headline: { period, series } }: { headline: Headline }) {
  const { text, say } = useSpeech()
  if (series.total === 0) return text('portal.country.result.none')
  return (
    <>
      {text('portal.country.result.counts', {
        count: series.judged,
        good: series.met + series.onTrack,
      })}
      <span className="note">
        <WithinChanceCount count={series.withinChance} />{' '}
        {text('portal.country.result.open', { count: series.notEvaluable })}
        {'; '}
        {period === null ? text('indicators.filter.latest') : say.period(period)}
      </span>
    </>
  )
}

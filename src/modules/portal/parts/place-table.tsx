import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { MapFigure, PlaceRow } from '../map-figures.ts'
import { placeSorting } from '../place-sorting.ts'
import { useFigureWords } from './figure-words.ts'

/** Every municipality with the figure of the map, in the order that is asked for. */
export function PlaceTable({ rows, figure }: { rows: readonly PlaceRow[]; figure: MapFigure }) {
  const { text, path, local } = useSpeech()
  const { said } = useFigureWords()
  const name = text(`portal.country.figure.${figure}`)
  return (
    <Table
      caption={text('portal.country.tableCaption', { figure: name })}
      sorting={placeSorting}
      name={text('portal.country.table')}
      columns={[
        {
          heading: text('portal.country.name'),
          cell: ({ municipality }) => <a href={path(`/${municipality.slug}`)}>{local(municipality.name)}</a>,
          sort: { key: 'name', value: ({ municipality }) => local(municipality.name) },
        },
        {
          heading: text('registry.region'),
          cell: ({ municipality }) => local(municipality.region.name),
          sort: { key: 'region', value: ({ municipality }) => local(municipality.region.name) },
        },
        {
          heading: name,
          className: 'n',
          cell: ({ figure: known }) =>
            figure === 'published' && known ? text('portal.country.yes') : said(known),
          sort: { key: 'figure', value: ({ figure: known }) => known?.count ?? null, first: 'down' },
        },
      ]}
      rows={rows}
      rowKey={({ municipality }) => municipality.id}
    />
  )
}

import type { Inline, ReportTable } from '#platform/reports/report.ts'
import { type Column, table } from '../blocks.ts'
import { courseOf, type OwnSeries } from '../institution-figures.ts'
import type { Pen } from '../pen.ts'
import { indicatorLink, observed } from '../series-words.ts'
import { type Place, placeLink } from './places.ts'

/** One table an indicator, its institutions by name: no order tells who is better. */
export function togetherTables(pen: Pen, places: readonly Place[]): ReportTable[] {
  const { word, named } = pen
  const rows = places.flatMap((place) => place.series.map((own) => ({ place, own })))
  const byIndicator = [...Map.groupBy(rows, ({ own }) => own.indicator)].toSorted(
    ([a], [b]) => a.position - b.position,
  )
  return byIndicator.flatMap(([indicator, some]) =>
    table<(typeof some)[number]>({
      key: `together-${indicator.code}`,
      caption: named(indicator),
      says: word('publishing.results.together.says'),
      columns: [
        {
          heading: word('publishing.results.institution'),
          share: 3,
          cell: ({ place }) => placeLink(pen, place),
        },
        ...courseColumns<(typeof some)[number]>(pen, ({ own }) => own),
      ],
      rows: some,
      note: pen.line('publishing.results.together.note'),
    }),
  )
}

/** The figures of an institution, each against its own course. */
export function ownTable(pen: Pen, { institution, name, series }: Place): ReportTable[] {
  const { word } = pen
  return table<OwnSeries>({
    key: `own-${institution.key}`,
    caption: word('publishing.results.own.caption', { name }),
    says: word('publishing.results.own.says'),
    columns: [
      {
        heading: word('publishing.series.indicator'),
        share: 3,
        cell: ({ indicator }) => indicatorLink(pen, indicator),
      },
      ...courseColumns<OwnSeries>(pen, (own) => own),
    ],
    rows: series,
  })
}

/** The figure before, the last one, and which way it went. */
function courseColumns<Row>(pen: Pen, ownOf: (row: Row) => OwnSeries): Column<Row>[] {
  const { word } = pen
  const at = (row: Row, index: -1 | -2): Inline => {
    const { indicator, series, observations } = ownOf(row)
    const one = observations.at(index) ?? null
    const place = one === series.baseline?.observation ? { place: 'baseline' as const } : {}
    return observed(pen, indicator, series, one, place)
  }
  return [
    {
      heading: word('publishing.results.before'),
      share: 1.6,
      isNumber: true,
      cell: (row: Row) => at(row, -2),
    },
    { heading: word('publishing.results.last'), share: 1.6, isNumber: true, cell: (row: Row) => at(row, -1) },
    {
      heading: word('publishing.results.course'),
      share: 1.6,
      cell: (row: Row) => word(`publishing.course.${courseOf(ownOf(row))}`),
    },
  ]
}

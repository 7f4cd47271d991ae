import { isFigure } from '#modules/indicators'
import type { Inline, ReportTable } from '#platform/reports/report.ts'
import { table } from '../blocks.ts'
import type { Pen } from '../pen.ts'
import type { Place } from './places.ts'

/** How many institutions of each type there are, and of how many something was measured. */
export function typeTable(pen: Pen, places: readonly Place[]): ReportTable[] {
  const { word, local, figure, speech, data } = pen
  const groups = [...Map.groupBy(places, ({ type }) => type?.code ?? '')].map(([code, some]) => ({
    code,
    name: some[0]?.type ? local(some[0].type.name) : word('publishing.results.typeUnknown'),
    position: some[0]?.type?.position ?? Number.MAX_SAFE_INTEGER,
    count: some.length,
    withFigures: some.filter(({ series }) => series.some(({ observations }) => observations.some(isFigure)))
      .length,
  }))
  const address = `/${data.municipality.slug}/iestades`
  const count = (id: string, value: number): Inline => [figure(id, speech.say.number(value), address)]
  type Row = Omit<(typeof groups)[number], 'position'>
  return table<Row>({
    key: 'types',
    caption: word('publishing.results.types.caption'),
    says: word('publishing.results.types.says'),
    columns: [
      { heading: word('publishing.results.types.type'), share: 3, cell: ({ name }) => name },
      {
        heading: word('publishing.results.types.count'),
        isNumber: true,
        cell: (row) => count(`count:institutions/${row.code || 'unknown'}`, row.count),
      },
      {
        heading: word('publishing.results.types.withFigures'),
        isNumber: true,
        cell: (row) => count(`count:institutions/${row.code || 'unknown'}/withFigures`, row.withFigures),
      },
    ],
    rows: groups.toSorted((a, b) => a.position - b.position),
    total: {
      code: 'all',
      name: word('publishing.together'),
      count: places.length,
      withFigures: groups.reduce((sum, { withFigures }) => sum + withFigures, 0),
    },
  })
}

import { isFigure } from '#modules/indicators'
import {
  type Institution,
  type InstitutionType,
  institutionAddress,
  institutionNear,
  institutionOn,
} from '#modules/registry'
import type { Block, Inline, ReportSection, ReportTable } from '#platform/reports/report.ts'
import { type Column, note, paragraph, section, table } from './blocks.ts'
import type { CallData } from './data.ts'
import { courseOf, type OwnSeries, seriesByInstitution } from './institution-figures.ts'
import type { Pen } from './pen.ts'
import { indicatorLink, observed } from './series-words.ts'

type Place = {
  institution: Institution
  name: string
  type: InstitutionType | null
  series: readonly OwnSeries[]
}

/** What institutions' figures say, each against its own course; or what those of one say. */
export function writeResults(pen: Pen): ReportSection[] {
  const { data, word } = pen
  const all = placesOf(pen)
  if (data.institutionId !== null) {
    const own = all.find(({ institution }) => institution.id === data.institutionId)
    return own
      ? ownSections(pen, own)
      : [
          {
            key: 'institution',
            title: word('publishing.results.institution'),
            blocks: [note(pen.line('publishing.results.absent'))],
          },
        ]
  }
  const held = all.filter((place) => hasAnything(pen, place))
  return [
    section(
      pen,
      'network',
      'publishing.results.network',
      [paragraph(pen.line('publishing.results.intro')), ...typeTable(pen, all)],
      { without: 'publishing.results.noInstitutions' },
    ),
    section(pen, 'together', 'publishing.results.together', togetherTables(pen, all), {
      without: 'publishing.results.noFigures',
    }),
    // Calls are shown where everybody may know who handed in what: without one there is nothing to tell.
    ...(data.calls.length > 0
      ? [section(pen, 'completeness', 'publishing.results.completeness', callTable(pen))]
      : []),
    section(pen, 'institutions', 'publishing.results.institutions', heldNote(pen, all.length, held.length), {
      sections: held.map((place) => ({
        key: `institution-${place.institution.key}`,
        title: place.name,
        blocks: ownBlocks(pen, place),
      })),
    }),
  ]
}

/** Institutions that were there on the day, by name; those before them belong to other reports. */
function placesOf({ data, local, speech }: Pen): Place[] {
  const series = seriesByInstitution(data)
  const collator = new Intl.Collator(speech.language, { numeric: true })
  return data.network.institutions
    .flatMap((institution) => {
      const version = institutionOn(institution, data.on)
      if (!version) return []
      return [
        {
          institution,
          name: local(version.name),
          type: version.type,
          series: series.get(institution.key) ?? [],
        },
      ]
    })
    .toSorted((a, b) => collator.compare(a.name, b.name))
}

const hasAnything = ({ data }: Pen, { institution, series }: Place) =>
  series.length > 0 || data.calls.some(({ standing }) => standing.has(institution.id))

const placeLink = ({ link, data }: Pen, { institution, name }: Place): Inline => [
  link(name, `/${data.municipality.slug}${institutionAddress(institution.key)}`),
]

function typeTable(pen: Pen, places: readonly Place[]): ReportTable[] {
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

/** One table an indicator, its institutions by name: no order tells who is better. */
function togetherTables(pen: Pen, places: readonly Place[]): Block[] {
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

function callTable(pen: Pen): ReportTable[] {
  const { word, local, speech, figure, data } = pen
  const address = `/darbs/${data.municipality.slug}/datu-vaksana`
  const count = ({ key }: CallData, what: string, value: number): Inline => [
    figure(`count:call/${key}/${what}`, speech.say.number(value), address),
  ]
  return table<CallData>({
    key: 'calls',
    caption: word('publishing.results.calls.caption'),
    says: word('publishing.results.calls.says'),
    columns: [
      {
        heading: word('publishing.results.calls.call'),
        share: 3,
        cell: ({ title, period }) => `${local(title)} (${speech.say.period(period, 'short')})`,
      },
      {
        heading: word('publishing.results.calls.expected'),
        isNumber: true,
        cell: (call) => count(call, 'expected', call.completeness.expected),
      },
      {
        heading: word('publishing.results.calls.handedIn'),
        isNumber: true,
        cell: (call) => count(call, 'handedIn', call.completeness.handedIn),
      },
      {
        heading: word('publishing.results.calls.onTime'),
        isNumber: true,
        cell: (call) => count(call, 'onTime', call.completeness.onTime),
      },
    ],
    rows: data.calls,
    note: pen.line('publishing.results.calls.note'),
  })
}

function heldNote(pen: Pen, all: number, held: number): Block[] {
  if (all === 0) return [note(pen.line('publishing.results.noInstitutions'))]
  const { speech, figure, data } = pen
  const address = `/${data.municipality.slug}/iestades`
  return [
    paragraph(
      pen.line('publishing.results.held', {
        held: figure('count:institutions/held', speech.say.number(held), address),
        all: figure('count:institutions', speech.say.number(all), address),
      }),
    ),
  ]
}

function ownBlocks(pen: Pen, place: Place): Block[] {
  const { word } = pen
  return [
    ...table<OwnSeries>({
      key: `own-${place.institution.key}`,
      caption: word('publishing.results.own.caption', { name: place.name }),
      says: word('publishing.results.own.says'),
      columns: [
        {
          heading: word('publishing.series.indicator'),
          share: 3,
          cell: ({ indicator }) => indicatorLink(pen, indicator),
        },
        ...courseColumns<OwnSeries>(pen, (own) => own),
      ],
      rows: place.series,
    }),
    ...(place.series.length === 0 ? [note(pen.line('publishing.results.own.none'))] : []),
    ...ownCalls(pen, place),
  ]
}

function ownCalls(pen: Pen, { institution }: Place): Block[] {
  const { word, local, speech, data } = pen
  return table<CallData>({
    key: `ownCalls-${institution.key}`,
    caption: word('publishing.results.ownCalls.caption'),
    says: word('publishing.results.ownCalls.says'),
    columns: [
      {
        heading: word('publishing.results.calls.call'),
        share: 3,
        cell: ({ title, period }) => `${local(title)} (${speech.say.period(period, 'short')})`,
      },
      {
        heading: word('publishing.results.ownCalls.standing'),
        share: 2,
        cell: ({ standing }) => word(`publishing.standing.${standing.get(institution.id) ?? 'notExpected'}`),
      },
    ],
    rows: data.calls.filter(({ standing }) => standing.has(institution.id)),
  })
}

/** A report about one institution: who it is, its figures, what it has handed in. */
function ownSections(pen: Pen, place: Place): ReportSection[] {
  const { line, local, data, word, speech } = pen
  const version = institutionNear(place.institution, data.on)
  return [
    section(pen, 'institution', 'publishing.results.institution', [
      paragraph(
        line('publishing.results.who', {
          name: placeLink(pen, place),
          type: version.type ? local(version.type.name) : word('publishing.results.typeUnknown'),
          day: speech.say.day(data.on),
        }),
      ),
      paragraph(line('publishing.results.ownCourse')),
    ]),
    section(pen, 'figures', 'publishing.results.figures', ownBlocks(pen, place)),
  ]
}

import { institutionNear } from '#modules/registry'
import type { Block, ReportSection } from '#platform/reports/report.ts'
import { note, paragraph, section } from '../blocks.ts'
import type { Pen } from '../pen.ts'
import { callTable, ownCalls } from './call-tables.ts'
import { ownTable, togetherTables } from './course-tables.ts'
import { type Place, placeLink, placesOf } from './places.ts'
import { typeTable } from './type-table.ts'

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

const hasAnything = ({ data }: Pen, { institution, series }: Place) =>
  series.length > 0 || data.calls.some(({ standing }) => standing.has(institution.id))

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

const ownBlocks = (pen: Pen, place: Place): Block[] => [
  ...ownTable(pen, place),
  ...(place.series.length === 0 ? [note(pen.line('publishing.results.own.none'))] : []),
  ...ownCalls(pen, place),
]

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

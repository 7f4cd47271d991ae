import type { Citation } from '#modules/sources'
import { actionsOf } from '#modules/strategy'
import type { Published } from './read-published.server.ts'

export const CITED_KINDS = [
  'figures',
  'targets',
  'indicators',
  'plan',
  'claims',
  'surveys',
  'institutions',
] as const
/** What can stand in a document. */
export type CitedKind = (typeof CITED_KINDS)[number]

/** How many things of each kind a document is named as the source of; kinds with none are left out. */
export type CitationCounts = ReadonlyMap<CitedKind, number>

/** Where each source document is cited, by its key. A document that nothing cites is absent. */
export function countCitations(data: Published): Map<string, CitationCounts> {
  const counts = new Map<string, Map<CitedKind, number>>()
  const add = (source: string, kind: CitedKind, count: number) => {
    const ofSource = counts.get(source) ?? new Map<CitedKind, number>()
    if (count > 0) counts.set(source, ofSource.set(kind, (ofSource.get(kind) ?? 0) + count))
  }
  for (const { source, figures, targets, indicators } of data.citedFigures) {
    add(source, 'figures', figures)
    add(source, 'targets', targets)
    add(source, 'indicators', indicators)
  }
  for (const { source, institutions } of data.citedInstitutions) add(source, 'institutions', institutions)
  for (const kind of ['plan', 'claims', 'surveys'] as const) {
    for (const { source } of citationsOf[kind](data)) if (source !== null) add(source, kind, 1)
  }
  return counts
}

const citationsOf: Record<'plan' | 'claims' | 'surveys', (data: Published) => Citation[]> = {
  plan: ({ tree }) => {
    const actions = actionsOf(tree)
    return [
      tree.strategy,
      ...tree.strategy.values,
      ...tree.goals,
      ...tree.goals.flatMap((goal) => goal.directions),
      ...actions,
      ...actions.flatMap((action) => action.history),
      ...tree.programmes,
      ...tree.programmes.flatMap((programme) => programme.links),
      ...tree.externalFactors,
      ...tree.recommendations,
    ]
  },
  claims: ({ tree }) => tree.claims,
  surveys: ({ surveyTables }) =>
    surveyTables.flatMap(({ survey, groups, items, results, printedMeans }) => [
      survey,
      ...groups,
      ...items,
      ...results,
      ...printedMeans,
    ]),
}

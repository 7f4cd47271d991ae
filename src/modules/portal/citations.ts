import type { Citation } from '#modules/sources'
import { actionsOf } from '#modules/strategy'
import type { Published } from './read-published.server.ts'

export const CITED_KINDS = ['figures', 'targets', 'indicators', 'plan', 'claims', 'surveys'] as const
/** What can stand in a document. */
export type CitedKind = (typeof CITED_KINDS)[number]

/** How many things of each kind a document is named as the source of; kinds with none are left out. */
export type CitationCounts = ReadonlyMap<CitedKind, number>

/** Where each source document is cited, by its key. A document that nothing cites is absent. */
export function countCitations(data: Published): Map<string, CitationCounts> {
  const counts = new Map<string, Map<CitedKind, number>>()
  for (const kind of CITED_KINDS) {
    for (const { source } of citationsOf[kind](data)) {
      if (source === null) continue
      const ofSource = counts.get(source) ?? new Map<CitedKind, number>()
      counts.set(source, ofSource.set(kind, (ofSource.get(kind) ?? 0) + 1))
    }
  }
  return counts
}

const seriesOf = ({ set }: Published) => set.indicators.flatMap((indicator) => indicator.series)

const citationsOf: Record<CitedKind, (data: Published) => Citation[]> = {
  figures: (data) =>
    seriesOf(data).flatMap(({ baseline, results }) => [
      ...(baseline ? [baseline.observation] : []),
      ...results,
    ]),
  targets: (data) => seriesOf(data).flatMap(({ targets }) => targets),
  indicators: ({ set }) => set.indicators.flatMap((indicator) => [indicator, ...indicator.methodologies]),
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

import type { Reading } from '#modules/findings'
import { type CitedFigures, countCitedFigures } from '#modules/indicators.server'
import { countCitedInstitutions } from '#modules/registry.server'
import type { SourceDocument } from '#modules/sources'
import { readSources } from '#modules/sources.server'
import type { StrategyTree } from '#modules/strategy'
import { readTree } from '#modules/strategy.server'
import type { SurveyTable } from '#modules/surveys'
import { readSurveyTables } from '#modules/surveys.server'

/** What a municipality has published, as far as its documents are told from it. */
export type Published = {
  tree: StrategyTree
  surveyTables: readonly SurveyTable[]
  sources: SourceDocument[]
  /** How many figures, targets and indicators cite a document, with its key in place of its id. */
  citedFigures: readonly (CitedFigures & { source: string })[]
  /** Of how many institutions something is taken from a document. */
  citedInstitutions: readonly { source: string; institutions: number }[]
}

/**
 * Everything that cites a document in a municipality's current strategy, in a constant number of statements.
 * Figures are counted, not read. Undefined while the reader may see no strategy.
 */
export async function readPublished(reading: Reading): Promise<Published | undefined> {
  const { tx, municipalityId } = reading
  const tree = await readTree(reading)
  if (!tree) return undefined
  // Documents of other plans are there where surveys or institutions cite them.
  const own = await readSources(tx, municipalityId, tree.strategy.key)
  const all = await readSources(tx, municipalityId)
  const cited = await countCitedFigures(tx, municipalityId, tree.strategy.key)
  const institutions = await countCitedInstitutions(tx, municipalityId)
  const named = <One extends { sourceId: string }>(one: One) => ({
    ...one,
    source: own.keys.get(one.sourceId) ?? all.keys.get(one.sourceId) ?? '',
  })
  const surveyTables = (await readSurveyTables(reading)) ?? []
  const ofOthers = new Set([...all.keys].flatMap(([id, key]) => (own.keys.has(id) ? [] : key)))
  const shared = new Set([
    ...institutions.map((one) => named(one).source),
    ...surveyTables.flatMap(({ survey }) => survey.source ?? []),
  ])
  const elsewhere = all.documents.filter(({ key }) => ofOthers.has(key) && shared.has(key))
  return {
    tree,
    sources: [...own.documents, ...elsewhere],
    citedFigures: cited.map(named),
    citedInstitutions: institutions.map(named),
    surveyTables,
  }
}

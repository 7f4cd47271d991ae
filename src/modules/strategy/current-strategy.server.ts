import type { Reading } from '#modules/findings'
import { findIndicatorsOfSeries, getIndicatorSet, readSetOutline } from '#modules/indicators.server'
import { findSourceDocuments, findSourceKeys } from '#modules/sources.server'
import { readSurveyTables } from '#modules/surveys.server'
import { type StrategyTree, seriesNamedBy } from './model.ts'
import type { ClaimData, StrategyData } from './rules/rule.ts'
import { findCurrentStrategy, findStrategyByKey, getStrategyTree } from './store.server.ts'

/** The strategy asked for or the current one; read once for all. Ten statements. */
export function readTree({
  tx,
  once,
  municipalityId,
  strategy,
  asOf,
}: Reading): Promise<StrategyTree | undefined> {
  return once('strategy.tree', async () => {
    const summary = await (strategy === undefined
      ? findCurrentStrategy(tx, municipalityId)
      : findStrategyByKey(tx, strategy, municipalityId))
    if (!summary) return undefined
    const sourceKeys = await findSourceKeys(tx, municipalityId, summary.key)
    return getStrategyTree(tx, municipalityId, summary.id, { asOf, sourceKeys })
  })
}

/** The strategy with the documents that it was taken from; eleven statements. */
export async function readPlan(reading: Reading) {
  const tree = await readTree(reading)
  if (!tree) return { tree, sources: [] }
  return {
    tree,
    sources: await findSourceDocuments(reading.tx, reading.municipalityId, tree.strategy.key),
  }
}

/** The strategy with the figures that its claims speak about. */
export async function readClaimData(reading: Reading): Promise<ClaimData | undefined> {
  const { tx, municipalityId, asOf, view } = reading
  const tree = await readTree(reading)
  if (!tree) return undefined
  const keys = tree.claims.flatMap(seriesNamedBy)
  const indicators = await findIndicatorsOfSeries(tx, municipalityId, tree.strategy.key, [...new Set(keys)])
  const asked = new Set(tree.claims.flatMap(({ survey }) => survey ?? []))
  const tables = asked.size > 0 ? ((await readSurveyTables(reading)) ?? []) : []
  return {
    tree,
    claimed: await getIndicatorSet(tx, municipalityId, tree.strategy.key, { indicators, asOf, view }),
    surveyed: tables.filter(({ survey }) => asked.has(survey.key)),
  }
}

/** The strategy with the outline of the figures that are judged with it. */
export async function readStrategyData(reading: Reading): Promise<StrategyData | undefined> {
  const data = await readClaimData(reading)
  const outline = data && (await readSetOutline({ ...reading, strategy: data.tree.strategy.key }))
  return data && outline && { ...data, outline }
}

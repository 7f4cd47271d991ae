import type { Reading } from '#modules/findings'
import { findIndicatorsOfSeries, getIndicatorSet, readSetOutline } from '#modules/indicators.server'
import { findSourceKeys } from '#modules/sources.server'
import { readSurveyTables } from '#modules/surveys.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { type StrategyTree, seriesNamedBy } from './model.ts'
import type { ClaimData, StrategyData } from './rules/rule.ts'
import { findCurrentStrategy, findStrategyByKey, getStrategyTree } from './store.server.ts'

/** A municipality's current strategy with its citations; undefined while none is published. Ten statements. */
export async function findCurrentTree(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<StrategyTree | undefined> {
  const summary = await findCurrentStrategy(tx, municipalityId)
  if (!summary) return undefined
  const sourceKeys = await findSourceKeys(tx, municipalityId, summary.key)
  return getStrategyTree(tx, municipalityId, summary.id, { sourceKeys })
}

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
      : findStrategyByKey(tx, strategy))
    if (!summary) return undefined
    const sourceKeys = await findSourceKeys(tx, municipalityId, summary.key)
    return getStrategyTree(tx, municipalityId, summary.id, { asOf, sourceKeys })
  })
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

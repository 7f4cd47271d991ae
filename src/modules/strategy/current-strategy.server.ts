import { findSourceKeys, getIndicatorSet } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { StrategyTree } from './model.ts'
import type { StrategyData } from './rules/rule.ts'
import { findCurrentStrategy, getStrategyTree } from './store.server.ts'

/** A municipality's current strategy with its citations; undefined while none is published. Ten statements. */
export async function findCurrentTree(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<StrategyTree | undefined> {
  const summary = await findCurrentStrategy(tx, municipalityId)
  if (!summary) return undefined
  const sourceKeys = await findSourceKeys(tx, municipalityId)
  return getStrategyTree(tx, municipalityId, summary.id, { sourceKeys })
}

/** The current strategy and the figures that are judged with it. Nineteen statements. */
export async function findCurrentData(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<StrategyData | undefined> {
  const tree = await findCurrentTree(tx, municipalityId)
  return tree && { tree, set: await getIndicatorSet(tx, municipalityId, tree.strategy.key) }
}

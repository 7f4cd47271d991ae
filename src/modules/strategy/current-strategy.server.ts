import { type Reading, startReading } from '#modules/findings'
import { readIndicatorSet } from '#modules/indicators.server'
import { findSourceKeys } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { StrategyTree } from './model.ts'
import type { StrategyData } from './rules/rule.ts'
import { findCurrentStrategy, findStrategyByKey, getStrategyTree } from './store.server.ts'

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
export const findCurrentData = (tx: DatabaseTransaction, municipalityId: string) =>
  readStrategyData(startReading(tx, { municipalityId }))

/** The strategy asked for or the current one, and the figures that are judged with it; read once for all. */
export function readStrategyData(reading: Reading): Promise<StrategyData | undefined> {
  const { tx, once, municipalityId, strategy, asOf } = reading
  return once(`strategy.data ${strategy}`, async () => {
    const summary = await (strategy === undefined
      ? findCurrentStrategy(tx, municipalityId)
      : findStrategyByKey(tx, strategy))
    if (!summary) return undefined
    const sourceKeys = await findSourceKeys(tx, municipalityId)
    const tree = await getStrategyTree(tx, municipalityId, summary.id, { asOf, sourceKeys })
    const set = await readIndicatorSet({ ...reading, strategy: summary.key })
    return tree && set && { tree, set }
  })
}

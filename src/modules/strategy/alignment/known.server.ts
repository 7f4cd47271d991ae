import { findIndicatorNames } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Action, actionsOf, type StrategyTree } from '../model.ts'
import { getStrategyTree } from '../store.server.ts'
import type { Known } from './item-columns.ts'

/** What tasks of a plan can name: the strategy with its actions, and its indicators. */
export type Nameable = {
  tree: StrategyTree
  actions: readonly Action[]
  indicators: readonly { code: string; title: LocalText }[]
}

/** @throws Refused (404) when the reader sees no such strategy */
export async function readNameable(
  tx: DatabaseTransaction,
  municipalityId: string,
  strategyId: string,
): Promise<Nameable> {
  const tree = await getStrategyTree(tx, municipalityId, strategyId)
  if (!tree) refuse(404, 'platform.refused.absent')
  const indicators = await findIndicatorNames(tx, municipalityId, tree.strategy.key)
  return { tree, actions: actionsOf(tree), indicators }
}

/** Their codes alone. */
export const knownOf = ({ actions, indicators }: Nameable): Known => ({
  actions: new Set(actions.map(({ code }) => code)),
  indicators: new Set(indicators.map(({ code }) => code)),
})

import { findIndicatorNames } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Action, actionsOf, isStanding, type StrategyTree } from '../model.ts'
import { getStrategyTree } from '../store.server.ts'
import type { Known } from './item-columns.ts'
import type { PlanOfWork } from './model.ts'

/** What tasks of a plan can name: the strategy with its actions, and its indicators. An ended action only where one does. */
export type Nameable = {
  tree: StrategyTree
  actions: readonly Action[]
  indicators: readonly { code: string; title: LocalText }[]
}

/** @throws Refused (404) when the reader sees no such strategy */
export async function readNameable(
  tx: DatabaseTransaction,
  { municipalityId, strategyId, items }: Pick<PlanOfWork, 'municipalityId' | 'strategyId' | 'items'>,
): Promise<Nameable> {
  const tree = await getStrategyTree(tx, municipalityId, strategyId)
  if (!tree) refuse(404, 'platform.refused.absent')
  const indicators = await findIndicatorNames(tx, municipalityId, tree.strategy.key)
  const named = new Set(items.flatMap(({ actions }) => actions))
  const actions = actionsOf(tree).filter((action) => isStanding(action) || named.has(action.code))
  return { tree, actions, indicators }
}

/** Their codes alone. */
export const knownOf = ({ actions, indicators }: Nameable): Known => ({
  actions: new Set(actions.map(({ code }) => code)),
  indicators: new Set(indicators.map(({ code }) => code)),
})

import { type Action, type StrategyTree, standingActionsOf } from '../model.ts'
import { alignmentOf, type PlanItem, type PlanOfWork } from './model.ts'
import { findOverlaps, type Overlap } from './overlaps.ts'

/** A task with the plan in which it stands. */
export type PlacedItem = { plan: PlanOfWork; item: PlanItem }

/** How plans and the strategy hang together, both ways. */
export type Coverage = {
  /** Actions of the strategy as it is now that tasks serve, in its order. */
  covered: { action: Action; items: PlacedItem[] }[]
  /** Actions that no task serves. */
  uncovered: Action[]
  /** Tasks that serve no action, with the reason. */
  ownNeeds: PlacedItem[]
  /** Tasks of which nobody has said what they are for. */
  orphans: PlacedItem[]
  /** Tasks that name actions which the strategy does not have, or no longer has, and which. */
  strays: (PlacedItem & { codes: string[] })[]
  /** Tasks of several plans that may be one and the same. */
  overlaps: Overlap[]
}

type Tree = Pick<StrategyTree, 'goals'> & { strategy: Pick<StrategyTree['strategy'], 'id'> }

/**
 * Holds plans against a strategy. Withdrawn plans and those of other strategies are left aside; which of the others
 * count, as all or only what is agreed, is for the caller to choose.
 */
export function coverageOf(tree: Tree, plans: readonly PlanOfWork[]): Coverage {
  const actions = standingActionsOf(tree)
  const known = new Set(actions.map(({ code }) => code))
  const items = plans
    .filter(({ strategyId, state }) => strategyId === tree.strategy.id && state !== 'withdrawn')
    .flatMap((plan) => plan.items.map((item): PlacedItem => ({ plan, item })))
  const serving = new Map<string, PlacedItem[]>()
  for (const placed of items)
    for (const code of placed.item.actions) serving.set(code, [...(serving.get(code) ?? []), placed])
  return {
    covered: actions.flatMap((action) => {
      const own = serving.get(action.code)
      return own ? [{ action, items: own }] : []
    }),
    uncovered: actions.filter(({ code }) => !serving.has(code)),
    ownNeeds: items.filter(({ item }) => alignmentOf(item) === 'ownNeed'),
    orphans: items.filter(({ item }) => alignmentOf(item) === 'unsaid'),
    strays: items.flatMap((placed) => {
      const codes = placed.item.actions.filter((code) => !known.has(code))
      return codes.length > 0 ? [{ ...placed, codes }] : []
    }),
    overlaps: findOverlaps(items),
  }
}

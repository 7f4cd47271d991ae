import type { Rule } from '#modules/findings'
import type { IndicatorSet, SetOutline } from '#modules/indicators'
import type { StrategyTree } from '../model.ts'

/** A strategy with the outline of the figures that are judged with it. */
export type StrategyData = {
  tree: StrategyTree
  outline: SetOutline
  /** The indicators that claims speak about, with their figures. */
  claimed: IndicatorSet
}

/** A strategy with the figures that its claims speak about. */
export type ClaimData = Pick<StrategyData, 'tree' | 'claimed'>

/** One question put to a strategy. */
export type StrategyRule = Rule<StrategyData>

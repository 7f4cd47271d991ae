import type { Rule } from '#modules/findings'
import type { IndicatorSet } from '#modules/indicators'
import type { StrategyTree } from '../model.ts'

/** A strategy and the figures that are judged with it. */
export type StrategyData = { tree: StrategyTree; set: IndicatorSet }

/** One question put to a strategy. */
export type StrategyRule = Rule<StrategyData>

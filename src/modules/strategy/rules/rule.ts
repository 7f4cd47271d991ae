import type { Rule } from '#modules/findings'
import type { IndicatorSet, SetOutline } from '#modules/indicators'
import type { SurveyTable } from '#modules/surveys'
import type { StrategyTree } from '../model.ts'

/** A strategy with the outline of the figures that are judged with it. */
export type StrategyData = {
  tree: StrategyTree
  outline: SetOutline
  /** The indicators that claims speak about, with their figures. */
  claimed: IndicatorSet
  /** The surveys that claims speak about. */
  surveyed: readonly SurveyFigures[]
}

/** What of a survey can be ranked. */
export type SurveyFigures = {
  survey: Pick<SurveyTable['survey'], 'key' | 'title'>
  groups: readonly Pick<SurveyTable['groups'][number], 'code' | 'label'>[]
  items: readonly Pick<SurveyTable['items'][number], 'code' | 'title' | 'printedMean' | 'isMeanCovered'>[]
  results: readonly Pick<SurveyTable['results'][number], 'group' | 'item' | 'share' | 'missing'>[]
  printedMeans: readonly Pick<
    SurveyTable['printedMeans'][number],
    'group' | 'scope' | 'percent' | 'isCovered'
  >[]
}

/** A strategy with the figures that its claims speak about. */
export type ClaimData = Pick<StrategyData, 'tree' | 'claimed' | 'surveyed'>

/** One question put to a strategy. */
export type StrategyRule = Rule<StrategyData>

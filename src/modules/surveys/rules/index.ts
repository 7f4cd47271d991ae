import type { Finding, Rule } from '#modules/indicators'
import type { SurveyTable } from '../model.ts'
import { meanUnweighted } from './mean-unweighted.ts'
import { shareImpossible } from './share-impossible.ts'
import { surveyGroupsDisagree } from './survey-groups-disagree.ts'
import { surveyLowResponse } from './survey-low-response.ts'
import { surveyMeanDiffers } from './survey-mean-differs.ts'
import { surveySharesTellOnFew } from './survey-shares-tell-on-few.ts'
import { surveySmallGroup } from './survey-small-group.ts'

/** Every question put to a survey's table, the weightiest first. */
export const surveyRules: readonly Rule<SurveyTable>[] = [
  shareImpossible,
  surveyMeanDiffers,
  surveyLowResponse,
  meanUnweighted,
  surveySmallGroup,
  surveySharesTellOnFew,
  surveyGroupsDisagree,
]

/** What the surveys say about themselves: each rule on each survey in turn. */
export function findSurveyFindings(tables: readonly SurveyTable[]): Finding[] {
  return surveyRules.flatMap((rule) => tables.flatMap((table) => rule.check(table)))
}

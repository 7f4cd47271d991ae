import { type Finding, forEach, type Rule, runRules } from '#modules/findings'
import type { SurveyTable } from '../model.ts'
import { meanUnweighted } from './mean-unweighted.ts'
import { shareImpossible } from './share-impossible.ts'
import { surveyGroupsDisagree } from './survey-groups-disagree.ts'
import { surveyLowResponse } from './survey-low-response.ts'
import { surveyMeanDiffers } from './survey-mean-differs.ts'
import { surveySharesTellOnFew } from './survey-shares-tell-on-few.ts'
import { surveySmallGroup } from './survey-small-group.ts'

/** Every question put to a survey's table, the weightiest first. */
const rulesOfOne: readonly Rule<SurveyTable>[] = [
  shareImpossible,
  surveyMeanDiffers,
  surveyLowResponse,
  meanUnweighted,
  surveySmallGroup,
  surveySharesTellOnFew,
  surveyGroupsDisagree,
]

/** The same for all surveys of a municipality: each rule on each survey in turn. */
export const surveyRules: readonly Rule<readonly SurveyTable[]>[] = rulesOfOne.map(forEach)

/** What the surveys say about themselves. */
export const findSurveyFindings = (tables: readonly SurveyTable[]): Finding[] => runRules(surveyRules, tables)

import { type Finding, forEach, type Rule, runRules } from '#modules/findings'
import type { SurveyTable } from '../model.ts'
import { meanUnweighted } from './mean-unweighted.ts'
import { onceAGroup } from './once-a-group.ts'
import { shareImpossible } from './share-impossible.ts'
import { surveyGroupsDisagree } from './survey-groups-disagree.ts'
import { surveyLowResponse } from './survey-low-response.ts'
import { surveyMeanDiffers } from './survey-mean-differs.ts'
import { surveySharesTellOnFew } from './survey-shares-tell-on-few.ts'
import { surveySmallGroup } from './survey-small-group.ts'

/** The questions put to a survey's table by itself, the weightiest first. */
const rulesOfOne: readonly Rule<SurveyTable>[] = [
  shareImpossible,
  surveyMeanDiffers,
  surveyLowResponse,
  meanUnweighted,
]

/** The same for all surveys of a municipality: each rule on each survey in turn. */
export const surveyRules: readonly Rule<readonly SurveyTable[]>[] = [
  ...rulesOfOne.map(forEach),
  onceAGroup(surveySmallGroup),
  onceAGroup(surveySharesTellOnFew),
  forEach(surveyGroupsDisagree),
]

/** What the surveys say about themselves. */
export const findSurveyFindings = (tables: readonly SurveyTable[]): Finding[] => runRules(surveyRules, tables)

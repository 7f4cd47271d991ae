export {
  estimateResult,
  INTERVAL_ASSUMPTION,
  INTERVAL_METHODS,
} from './estimate.ts'

export { MISSING_ANSWERS } from './missing.ts'
export type * from './model.ts'
export { surveyAnchor } from './parts/anchors.ts'

export { findSurveyFindings, surveyRules } from './rules/index.ts'

export {
  type Estimate,
  estimateResult,
  estimateTable,
  INTERVAL_ASSUMPTION,
  INTERVAL_METHODS,
  type IntervalMethod,
} from './estimate.ts'
export { findGaps, findWidestGaps, type Gap, type GapVerdict, SMALL_GROUP } from './gaps.ts'
export {
  type GroupMean,
  MEAN_KINDS,
  type MeanKind,
  type Means,
  meansOfGroups,
  meansOfItems,
  meansOfScopes,
} from './means.ts'
export { MISSING_ANSWERS, type MissingAnswer } from './missing.ts'
export type * from './model.ts'
export { surveyAnchor } from './parts/anchors.ts'
export { bestPopulation, populationOf } from './population.ts'
export { findSurveyFindings, surveyRules } from './rules/index.ts'

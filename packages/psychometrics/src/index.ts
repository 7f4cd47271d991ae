export { type CurvePoint, characteristicCurve } from './analysis/characteristic-curve.ts'
export { type ClassicalItem, classicalAnalysis } from './analysis/classical.ts'
export { distractorAnalysis, type OptionAnalysis } from './analysis/distractors.ts'
export { personFit } from './analysis/person-fit.ts'
export { type ResidualCorrelation, residualCorrelations } from './analysis/residual-correlations.ts'
export { type ResidualFit, residualFit } from './analysis/residual-fit.ts'
export { type ScoreFit, type ScoreGroup, scoreFit } from './analysis/score-fit.ts'
export { calibrate, calibrateStatistics } from './calibration/calibrate.ts'
export type { CalibratedItem, Calibration, Population } from './calibration/calibration.ts'
export type { CalibrateOptions, ModelName } from './calibration/options.ts'
export { type CalibrationWarning, sayWarning } from './calibration/warning.ts'
export { type AndersenTest, andersenTest, splitAtMeanScore } from './conditional/andersen.ts'
export {
  type ConditionalCalibration,
  type ConditionalItem,
  calibrateConditionally,
  calibrateStatisticsConditionally,
} from './conditional/calibrate-conditionally.ts'
export { compareEstimators, type EstimatorComparison } from './conditional/compare-estimators.ts'
export { scoreDistribution } from './conditional/score-distribution.ts'
export { connectedParts } from './data/connected.ts'
export {
  MISSING,
  type Responses,
  type ResponsesInput,
  responses,
  responsesFromPatterns,
  responsesFromRows,
} from './data/responses.ts'
export { dichotomise, missingAsWrong, selectItems, selectPersons } from './data/select.ts'
export { type LogisticDifResult, type LogisticItemDif, logisticDif } from './dif/logistic.ts'
export { type DifOptions, type DifResult, type ItemDif, mantelHaenszelDif } from './dif/mantel-haenszel.ts'
export { FEWEST_FOCAL } from './dif/matching.ts'
export {
  type GroupGrowth,
  type GrowthBand,
  groupGrowth,
  growthBand,
  SINGLE_ERROR,
  SMALLEST_GROUP,
} from './growth/group-growth.ts'
export {
  fitGrowthNorm,
  type GrowthNorm,
  type GrowthPercentiles,
  growthPercentiles,
  SMALLEST_COHORT,
} from './growth/growth-percentiles.ts'
export type { EarlierScores, ScoreSplines } from './growth/spline-design.ts'
export { type AnchorScreening, type ScreeningOptions, screenAnchors } from './linking/anchor-drift.ts'
export {
  carryItem,
  type Link,
  type LinkMethod,
  type LinkOptions,
  linkScales,
} from './linking/link-methods.ts'
export { differenceError, type LinkWithError, linkWithError } from './linking/linking-error.ts'
export {
  mergeStatistics,
  type ScoreCell,
  type SufficientStatistics,
  sufficientStatistics,
} from './merging/statistics.ts'
export {
  categoryProbabilities,
  dichotomousItem,
  difficultyOf,
  expectedPoints,
  type Item,
  itemFromThresholds,
  itemInformation,
  thresholdsOf,
} from './models/item.ts'
export { gaussHermite } from './numerics/gauss-hermite.ts'
export { expectedAbilities, type PosteriorEstimates } from './scores/eap.ts'
export {
  type LatentRegression,
  type LatentRegressionInput,
  latentRegression,
} from './scores/latent-regression.ts'
export {
  type PlausibleValues,
  type PlausibleValuesInput,
  plausibleValues,
} from './scores/plausible-values.ts'
export {
  alphaReliability,
  eapReliability,
  marginalReliability,
  PERSON_RELIABILITY,
  type Reliability,
  wleReliability,
} from './scores/reliability.ts'
export { type PooledEstimate, poolPlausibleValues } from './scores/rubin.ts'
export { type ScoreRow, scoreTable } from './scores/score-table.ts'
export { type AbilityEstimates, weightedLikelihoodEstimates } from './scores/wle.ts'
export {
  type DomainExpectation,
  domainExpectations,
  type GroupResidual,
  groupResiduals,
} from './skills/domain-profile.ts'
export { type SubscoreValue, subscoreValue } from './skills/subscore-value.ts'

export { type ChiSquareTest, chiSquareTest } from './comparisons/chi-square-test.ts'
export { type FisherExactTest, fisherExactTest, type TwoByTwo } from './comparisons/fisher-exact.ts'
export { freemanHaltonTest } from './comparisons/freeman-halton.ts'
export { benjaminiHochberg, holm } from './comparisons/multiplicity.ts'
export { type RaoScottTest, raoScottTest } from './comparisons/rao-scott.ts'
export {
  balanceDifference,
  coxIndex,
  type GroupSummary,
  hedgesG,
  type StandardisedDifference,
  shareBalanceDifference,
} from './comparisons/standardised-difference.ts'
export { newcombeInterval, twoProportionsTest } from './comparisons/two-proportions.ts'
export { betaCdf, betaPdf, betaQuantile } from './distributions/beta.ts'
export { binomialCdf, binomialPmf, binomialQuantile } from './distributions/binomial.ts'
export { chiSquareCdf, chiSquarePdf, chiSquareQuantile } from './distributions/chi-square.ts'
export { fCdf, fPdf, fQuantile } from './distributions/fisher-f.ts'
export {
  hypergeometricCdf,
  hypergeometricPmf,
  hypergeometricQuantile,
} from './distributions/hypergeometric.ts'
export { normalCdf, normalPdf, normalQuantile, Z_95 } from './distributions/normal.ts'
export { tCdf, tPdf, tQuantile } from './distributions/student-t.ts'
export type { Tail } from './distributions/tail.ts'
export type { Interval } from './interval.ts'
export { cholesky, invertCholesky, solveCholesky } from './linear-algebra/cholesky.ts'
export { type Matrix, matrixFromRows } from './linear-algebra/matrix.ts'
export { type ComparisonIntervals, comparisonIntervals } from './multilevel/comparison-intervals.ts'
export { expectedTrueScores } from './multilevel/expected-true-scores.ts'
export type { GroupEffect } from './multilevel/group-effects.ts'
export {
  fitMultilevel,
  LEAST_GROUPS,
  type MultilevelData,
  type MultilevelModel,
} from './multilevel/multilevel-model.ts'
export type { MultilevelMethod, MultilevelPrior } from './multilevel/options.ts'
export { type RankInterval, rankIntervals } from './multilevel/rank-intervals.ts'
export type { UncertainEffect } from './multilevel/uncertain-effect.ts'
export { clopperPearsonInterval } from './proportions/clopper-pearson.ts'
export { binomialCoverage, intervalCoverage } from './proportions/coverage.ts'
export { hypergeometricInterval } from './proportions/hypergeometric-interval.ts'
export type { ObservedShare } from './proportions/observed-share.ts'
export { EXACT_POPULATION_LIMIT, type ShareInterval, shareInterval } from './proportions/share-interval.ts'
export {
  effectiveSampleSize,
  wilsonFinite,
  wilsonInterval,
  wilsonShareInterval,
} from './proportions/wilson.ts'
export { bSplineBasis, type SplineOptions } from './regression/b-splines.ts'
export {
  type QuantileFit,
  quantileRegression,
  quantileRegressions,
} from './regression/quantile-regression.ts'
export { sampleQuantile } from './regression/sample-quantile.ts'
export { type FeasiblePopulations, feasiblePopulations } from './reported-numbers/feasible-populations.ts'
export {
  type AttainableShare,
  feasibleCounts,
  isMeanFeasible,
  isShareFeasible,
  nearestFeasibleShares,
} from './reported-numbers/granularity.ts'
export { type Answers, answersFromRows } from './scales/answers.ts'
export {
  answerSpread,
  evenOddConsistency,
  longestRun,
  type OwnAnswers,
  scaleScore,
} from './scales/careless-answers.ts'
export { type CronbachAlpha, cronbachAlpha, type ItemOfScale } from './scales/cronbach-alpha.ts'
export { type McDonaldOmega, mcdonaldOmega } from './scales/mcdonald-omega.ts'
export { type SeededRandom, seededRandom } from './seeded-random.ts'
export { type AnsweredMean, biasRange, differenceToReach, worstCaseBounds } from './surveys/bias-bounds.ts'
export { calibrate, type Weighted } from './surveys/calibration.ts'
export { type Stage, type SurveyDesign, surveyDesign } from './surveys/design.ts'
export {
  type EstimateOptions,
  estimateMean,
  estimateRatio,
  estimateTotal,
  type SurveyEstimate,
} from './surveys/estimates.ts'
export type { Label } from './surveys/labels.ts'
export { unweightedMean, weightedMean } from './surveys/means.ts'
export { type Margin, postStratify } from './surveys/post-stratification.ts'
export { type RakingOptions, rake } from './surveys/raking.ts'
export {
  LEAST_RESPONDENTS_IN_CELL,
  MOST_WEIGHT_DESIGN_EFFECT,
  type WeightRefusal,
} from './surveys/refusals.ts'
export { type ResponseGroup, type ResponseTable, responseTable } from './surveys/response-table.ts'
export { kishEffectiveSize, type TrimmedWeights, trimWeights } from './surveys/weights.ts'

export { benjaminiHochberg, holm } from './comparisons/multiplicity.ts'
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
export { type Matrix, matrixFromRows } from './linear-algebra/matrix.ts'
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
export { unweightedMean, weightedMean } from './surveys/means.ts'

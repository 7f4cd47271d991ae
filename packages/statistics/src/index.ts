export { intervalCoverage } from './coverage.ts'
export { type FeasiblePopulations, feasiblePopulations } from './feasible-populations.ts'
export {
  type AttainableShare,
  feasibleCounts,
  isMeanFeasible,
  isShareFeasible,
  nearestFeasibleShares,
} from './granularity.ts'
export { hypergeometricCdf, hypergeometricPmf } from './hypergeometric.ts'
export { hypergeometricInterval } from './hypergeometric-interval.ts'
export type { Interval } from './interval.ts'
export { type Matrix, matrixFromRows } from './linear-algebra/matrix.ts'
export { unweightedMean, weightedMean } from './means.ts'
export { benjaminiHochberg, holm } from './multiplicity.ts'
export { normalCdf, normalQuantile, Z_95 } from './normal.ts'
export type { ObservedShare } from './observed-share.ts'
export { bSplineBasis, type SplineOptions } from './regression/b-splines.ts'
export {
  type QuantileFit,
  quantileRegression,
  quantileRegressions,
} from './regression/quantile-regression.ts'
export { sampleQuantile } from './regression/sample-quantile.ts'
export { EXACT_POPULATION_LIMIT, type ShareInterval, shareInterval } from './share-interval.ts'
export { newcombeInterval, twoProportionsTest } from './two-proportions.ts'
export { effectiveSampleSize, wilsonFinite, wilsonInterval, wilsonShareInterval } from './wilson.ts'

export { type ClaimCoverage, coverClaims } from './claim-coverage.ts'
export {
  evaluateStrategy,
  type JudgedSeries,
  judgedPeriods,
  type StrategyEvaluation,
  strategyIndicators,
} from './evaluation.ts'
export * from './model.ts'
export { findStrategyFindings, strategyRules } from './rules/index.ts'

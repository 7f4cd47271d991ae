export {
  type Attached,
  inOrderOfRisk,
  type Milestone,
  type Risk,
  type RiskLink,
  type Works,
} from './accountability/model.ts'
export { isOverdue } from './accountability/overdue.ts'
export { type FundingSum, sumFunding } from './accountability/sums.ts'
export { type CheckedClaim, CLAIM_VERDICTS, checkClaims, claimSubjects } from './claims.ts'
export { actionDownloads } from './downloads.ts'
export type { StrategyEvaluation } from './evaluation.ts'
export { evaluateStrategy } from './evaluation.ts'
export type { Evidence } from './evidence.ts'
export * from './model.ts'
export type { QuotedFigure } from './quoted/quoted-figure.ts'
export { actionAddress, claimAddress, goalAddress, strategyAddress } from './subjects.ts'
export { adoptedIn, draftIn, type Version } from './versions/version.ts'

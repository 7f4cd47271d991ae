export { type AttackedCell, type AttackOptions, attack } from './attacker/attack.ts'
export type { Publication } from './attacker/publication.ts'
export {
  checkMicrodata,
  type MicrodataRecord,
  type MicrodataRules,
  type MicrodataVerdict,
} from './microdata/check-microdata.ts'
export { behindNoise } from './perturbation/behind-noise.ts'
export { deriveRecordKeys, perturbCount, sumKeys } from './perturbation/cell-key.ts'
export {
  createNoiseTable,
  type NoiseParameters,
  type NoiseRow,
  type NoiseTable,
} from './perturbation/noise-table.ts'
export { answerQuery, type QueryAnswer, type QueryLedger, type QueryRules } from './perturbation/query.ts'
export { findPrimaryCells, type PrimaryCell, type PrimaryReason } from './primary/find.ts'
export type { Protection } from './primary/protection.ts'
export { DEFAULT_RULES, type PrimaryRules } from './primary/rules.ts'
export { surveyItemRule } from './primary/share-rule.ts'
export { linkTables } from './release/link.ts'
export type { Measure } from './release/measure.ts'
export { type Address, cellKey } from './release/place.ts'
export type { Edition, Relation, Release, ReleaseCell, ReleaseInput, ShareInput } from './release/release.ts'
export { findSmallRevisions, type SmallRevision } from './release/revisions.ts'
export { behindBase, roundAsEurostat, roundToBase } from './rounding/base.ts'
export { type ControlledRounding, roundControlled } from './rounding/controlled.ts'
export { roundMean } from './rounding/mean.ts'
export type { Solver } from './solver/solver.ts'
export { type AuditedCell, audit } from './suppression/audit.ts'
export { checkProof } from './suppression/check-proof.ts'
export type { Insiders, Insight } from './suppression/insiders.ts'
export { type OptimalSuppression, optimalSuppression } from './suppression/optimal.ts'
export type { AlternativeTable, Proof } from './suppression/proof.ts'
export { type ProtectedRelease, protect } from './suppression/protect.ts'
export { flatDimension, type Hierarchy } from './tables/hierarchy.ts'
export {
  type CellInput,
  createTable,
  type Dimension,
  type Place,
  type Table,
  type TableInput,
} from './tables/table.ts'

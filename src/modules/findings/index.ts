export { findingAddress } from './address.ts'
export { findingDownloads } from './downloads.ts'
export {
  defineFamily,
  type Family,
  type FamilyWords,
  inOrderOf,
  type Reading,
  type View,
  wordsOf,
} from './family.ts'
export { type GatheredFinding, gatherFindings, startReading } from './gather.ts'
export { type EditedGuidance, type Guidance, todoOf, todoOfRule } from './guidance.ts'
export { type LinkedSubject, linkSubjects } from './link.ts'
export {
  byWeight,
  type FamilyRule,
  type Finding,
  type FindingSubject,
  type Found,
  forEach,
  overPart,
  overWhole,
  type Rule,
  runRules,
  SEVERITIES,
  type Severity,
  weightiest,
} from './model.ts'
export { publish } from './publish.ts'

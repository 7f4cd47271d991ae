export { findingDownloads } from './downloads.ts'
export { defineFamily, type Family, type FamilyWords, type Reading, wordsOf } from './family.ts'
export {
  findLinks,
  type Gathered,
  type GatheredFinding,
  gatherFindings,
  type LinkedSubject,
  startReading,
} from './gather.ts'
export {
  byWeight,
  type Finding,
  type FindingSubject,
  type Found,
  forEach,
  type Rule,
  runRules,
  SEVERITIES,
  type Severity,
} from './model.ts'

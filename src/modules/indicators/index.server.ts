export * as figuresApi from './api/index.ts'
export { readInBatches } from './batches.server.ts'
export { type CitedFigures, countCitedFigures } from './citation-store.server.ts'
export { findComputable, findIndicatorRows } from './computed/computed-store.server.ts'
export { type Computable, readComputable } from './computed/read-computable.server.ts'
export {
  type ComputedFigure,
  type WrittenFigure,
  writeComputed,
} from './computed/write-computed.service.server.ts'
export { DEMO_INDICATORS } from './demonstrate.server.ts'
export { type EvidenceRow, writeEvidence } from './evidence.service.server.ts'
export { evidenceSheet } from './evidence-sheet.ts'
export { findEvidenceCells } from './evidence-store.server.ts'
export { indicatorFamily, readIndicatorNames, readSetOutline } from './family.server.ts'
export { findMeasuredInstitutions } from './institution-figures-store.server.ts'
export {
  findIndicator,
  findIndicatorNames,
  findIndicatorsOfSeries,
  findSeriesInOrder,
} from './lookup-store.server.ts'
export { indicators } from './module.server.ts'
export { findMeasuredPeriods } from './period-store.server.ts'
export { indicatorSheets } from './sheets.ts'
export {
  findFigureHistory,
  findPromises,
  getIndicatorSet,
  selectCurrentTargetSet,
} from './store.server.ts'
export { findSurveyedIndicators } from './surveyed-store.server.ts'
export type { IndicatorsTables } from './tables.server.ts'
export { takeOverIndicators } from './take-over.service.server.ts'
export { describeTargetSets } from './target-set.service.server.ts'
export {
  type IndicatorTemplate,
  readIndicatorTemplates,
  TEMPLATE_THEMES,
  type TemplateTheme,
} from './templates.server.ts'
export { indicatorsTexts } from './texts/index.ts'
export { getUnprotectedSet } from './unprotected.service.server.ts'
export { findWidestGaps } from './verdict-store.server.ts'
export { readJudged, readPeriodRule, readStanding, readTallies } from './verdicts.server.ts'

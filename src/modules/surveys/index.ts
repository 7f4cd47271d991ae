export { groupAnchor, itemAnchor, resultAnchor } from './anchors.ts'
export { type Cell, cellFinder, itemsByGoal } from './cell.ts'
export { surveyDownloads } from './downloads.ts'
export {
  INTERVAL_ASSUMPTION,
  INTERVAL_METHODS,
} from './estimate.ts'
export { findGaps, type Gap } from './gaps.ts'
export { meansOfGroups, meansOfItems } from './means.ts'
export type * from './model.ts'
export { couldPrintAs, printsAs } from './printed.ts'
export { surveyAddress } from './subjects.ts'
export { formatEstimate, formatPercent, sayRespondents } from './words/figures.ts'

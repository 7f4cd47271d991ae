export { surveyDownloads } from './downloads.ts'
export {
  INTERVAL_ASSUMPTION,
  INTERVAL_METHODS,
} from './estimate.ts'
export type * from './model.ts'
export { surveyAddress } from './subjects.ts'

export { checkIndicatorRows } from './check-rows.ts'
export { type ImportedIndicators, importIndicators } from './import.service.server.ts'
export { type IndicatorRows, indicatorSheets } from './sheets.ts'
export {
  findFigureHistory,
  findSourceDocuments,
  findSourceKeys,
  getIndicatorSet,
} from './store.server.ts'

export { checkIndicatorRows } from './check-rows.ts'
export { importIndicators } from './import.service.server.ts'
export { indicatorSheets } from './sheets.ts'
export {
  findSourceDocuments,
  findSourceKeys,
  getIndicatorSet,
} from './store.server.ts'

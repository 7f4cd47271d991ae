export { checkStrategyRows } from './check-rows.ts'
export { importStrategy } from './import.service.server.ts'
export { goalLinkSheet, strategySheets } from './sheets.ts'
export {
  findCurrentStrategy,
  findStrategies,
  findStrategyByKey,
  getStrategyTree,
} from './store.server.ts'

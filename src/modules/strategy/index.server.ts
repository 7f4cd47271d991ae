export { checkStrategyRows } from './check-rows.ts'
export { importStrategy, type StrategyContext } from './import.service.server.ts'
export { type StrategyRows, strategySheets } from './sheets.ts'
export {
  findAction,
  findCurrentStrategy,
  findStrategies,
  findStrategyByKey,
  getStrategyTree,
} from './store.server.ts'

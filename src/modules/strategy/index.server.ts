export { strategyId } from './api/parameters.ts'
export { readTree } from './current-strategy.server.ts'
export { readEffects as readPlanEffects } from './edits/effects.server.ts'
export { strategyFamily } from './family.server.ts'
export { strategy } from './module.server.ts'
export {
  findCurrentStrategy,
  findStrategies,
  findStrategiesOf,
  findStrategyByKey,
} from './store.server.ts'

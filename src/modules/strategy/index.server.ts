export { readAttached } from './accountability/read-attached.server.ts'
export { strategyId } from './api/parameters.ts'
export { readClaimData, readTree } from './current-strategy.server.ts'
export { readEffects as readPlanEffects } from './edits/effects.server.ts'
export { findEvidence } from './evidence-store.server.ts'
export { strategyFamily } from './family.server.ts'
export { goalReader } from './goal-reader.server.ts'
export { strategy } from './module.server.ts'
export { findQuotedFigures } from './quoted/quoted-store.server.ts'
export { knownFamilies, readFindings } from './read-findings.server.ts'
export {
  findCurrentStrategy,
  findStrategies,
  findStrategiesOf,
  findStrategyByKey,
} from './store.server.ts'
export { strategyTexts } from './texts/index.ts'
export { findProposals, findVersions } from './versions/version-store.server.ts'

export type { FrozenSummary } from './reports/model.ts'

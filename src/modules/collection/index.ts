export type { Answers, CallForm, DataCall, Element } from './model.ts'
export { type Completeness, completenessOf } from './monitoring/completeness.ts'
export type { Monitored } from './monitoring/expected.ts'

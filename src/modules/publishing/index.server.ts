export { publishing } from './module.server.ts'
export { findFrozen } from './reports/frozen-store.server.ts'

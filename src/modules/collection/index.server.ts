export { findCalls } from './calls/call-store.server.ts'
export { collection } from './module.server.ts'
export { readMonitored } from './monitoring/read-completeness.server.ts'
export type { CollectionTables } from './tables.server.ts'

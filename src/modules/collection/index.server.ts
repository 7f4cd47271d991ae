export { collection } from './module.server.ts'
export type { CollectionTables } from './tables.server.ts'

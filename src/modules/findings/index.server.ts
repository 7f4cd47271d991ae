export { createFindingList } from './api/finding-list.server.ts'
export { familiesOf, findings } from './module.server.ts'

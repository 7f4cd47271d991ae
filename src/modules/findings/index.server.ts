export { createFindingList } from './api/finding-list.server.ts'
export { filterFindings } from './filter.ts'
export { guidanceFor } from './guidance.server.ts'
export {
  countKept,
  findFirst,
  findKept,
  weighByFacet,
} from './kept-store.server.ts'
export { familiesOf, findings, guidedOf } from './module.server.ts'
export { countByFacet, findTally } from './tally-store.server.ts'

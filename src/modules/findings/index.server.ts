export { createFindingList } from './api/finding-list.server.ts'
export { filterFindings } from './filter.ts'
export {
  countKept,
  findFirst,
  findKept,
  weighByFacet,
} from './kept-store.server.ts'
export { familiesOf, findings } from './module.server.ts'
export { countByFacet, findTally } from './tally-store.server.ts'

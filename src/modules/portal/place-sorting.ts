import { defineSorting } from '#platform/ui/sort.ts'

/** By what the table of all municipalities is sorted, apart from that of those which have published. */
export const placeSorting = defineSorting(['name', 'region', 'figure'], {
  parameter: 'sortAll',
  anchor: 'all-municipalities',
})

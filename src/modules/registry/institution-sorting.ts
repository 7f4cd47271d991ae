import { defineSorting } from '#platform/ui/sort.ts'

/** By what the table of institutions can be sorted. */
export const INSTITUTION_SORTING = defineSorting(['name', 'founder', 'sites', 'since'], {
  anchor: 'iestazu-tabula',
})

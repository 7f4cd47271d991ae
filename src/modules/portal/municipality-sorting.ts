import { defineSorting } from '#platform/ui/sort.ts'

/** By what the table of municipalities can be sorted. */
export const MUNICIPALITY_SORTING = defineSorting(['name', 'kind', 'region'], { anchor: 'pasvaldibu-tabula' })

import { defineSorting } from '#platform/ui/sort.ts'

/** By what the table of sources can be sorted. */
export const SOURCE_SORTING = defineSorting(['document', 'prepared', 'dataTo'], { anchor: 'avotu-tabula' })

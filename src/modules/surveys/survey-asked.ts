import { defineSorting } from '#platform/ui/sort.ts'

/** Parameter that asks for one group beside all others. */
export const GROUP = 'grupa'

/** By what the table of who answered can be sorted. */
export const ANSWERED_SORTING = defineSorting(['group', 'answered', 'response'], {
  parameter: 'sortGroups',
  anchor: 'kas-atbildeja',
})

/** By what the table of one group can be sorted. */
export const GROUP_SORTING = defineSorting(['item', 'share'], { anchor: 'viena-grupa' })

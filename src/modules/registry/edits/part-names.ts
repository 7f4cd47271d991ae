/** What of an institution is edited on its page, as the address says. */
export const PART_NAMES = ['facts', 'change', 'site', 'programme', 'end'] as const
export type PartName = (typeof PART_NAMES)[number]

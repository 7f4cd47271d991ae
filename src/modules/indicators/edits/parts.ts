/** What of an indicator is edited, as the address says it. */
export const PARTS = ['apraksts', 'baze', 'merki', 'metodes', 'vertibas', 'rindas', 'gaita'] as const
export type Part = (typeof PARTS)[number]

/** Parameter that says which part. */
export const PART_PARAMETER = 'dala'
/** Parameter that says which series, by its key. */
export const SERIES_PARAMETER = 'rinda'

export const readPart = (query: URLSearchParams): Part =>
  PARTS.find((part) => part === query.get(PART_PARAMETER)) ?? 'apraksts'

/** Parts that are about one series at a time. */
export const isAboutSeries = (part: Part) => part === 'baze' || part === 'merki' || part === 'vertibas'

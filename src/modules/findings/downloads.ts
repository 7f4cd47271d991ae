import { apiFormats } from '#platform/api/address.ts'
import { type FindingFilter, valuesOf } from './filter.ts'

export const findingListPath = (municipality: string) => `/municipalities/${municipality}/findings`

/** The findings as a list of the public API, with the filters of their page. */
export const findingDownloads = (municipality: string, filter: FindingFilter = {}) =>
  apiFormats(findingListPath(municipality), findingQuery(filter))

/** A filter as the public API takes it: several values stand with commas between. */
export const findingQuery = ({ belongsTo, text, ...filter }: FindingFilter) => ({
  ...Object.fromEntries(
    Object.entries({ ...filter, ...belongsTo }).map(([name, one]) => [name, valuesOf(one).join()]),
  ),
  q: text,
})

import { apiFormats } from '#platform/api/address.ts'
import type { AsOf } from '#platform/as-of/read-as-of.ts'
import type { ActionFilter } from './action-filter.ts'
import { writeActionFilter } from './action-query.ts'

export const actionListPath = (strategy: string) => `/strategies/${strategy}/actions`

/** The plan as a list of the public API, with the filters and the day of its page. */
export const actionDownloads = (strategy: string, filter: ActionFilter = {}, asOf?: AsOf) =>
  apiFormats(actionListPath(strategy), { ...writeActionFilter(filter), asOf: asOf?.until.toISOString() })

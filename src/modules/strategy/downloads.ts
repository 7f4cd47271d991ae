import { apiFormats } from '#platform/api/address.ts'
import type { AsOf } from '#platform/as-of/read-as-of.ts'
import type { ActionFilter } from './action-filter.ts'
import { writeActionFilter } from './action-query.ts'

export const actionListPath = (strategy: string) => `/strategies/${strategy}/actions`

/** The plan as a list of the public API, with the filters and the day of its page. */
export const actionDownloads = (strategy: string, filter: ActionFilter = {}, asOf?: AsOf) =>
  apiFormats(actionListPath(strategy), { ...writeActionFilter(filter), asOf: asOf?.until.toISOString() })

/** The programmes of a plan with the directions that they serve, on the day of their page. */
export const programmeDownloads = (strategy: string, asOf?: AsOf) =>
  apiFormats(`/strategies/${strategy}/programmes`, { asOf: asOf?.until.toISOString() })

/** The claims of a plan's report, checked. */
export const claimDownloads = (strategy: string) => apiFormats(`/strategies/${strategy}/claims`)

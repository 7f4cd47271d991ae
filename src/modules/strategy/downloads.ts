import { apiFormats } from '#platform/api/address.ts'
import type { ActionFilter } from './model.ts'

export const actionListPath = (strategy: string) => `/strategies/${strategy}/actions`

/** The plan as a list of the public API, with the filters of its page. */
export const actionDownloads = (strategy: string, filter: ActionFilter = {}) =>
  apiFormats(actionListPath(strategy), filter)

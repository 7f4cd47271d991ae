import { apiFormats } from '#platform/api/address.ts'
import type { AsOf } from '#platform/as-of/read-as-of.ts'
import type { IndicatorFilter } from './list.ts'

/** The table of indicators as a list of the public API, with the filters of its page. */
export const indicatorDownloads = (
  strategy: string,
  period?: string | null,
  { statuses = [], ...filter }: IndicatorFilter & { goal?: string | undefined } = {},
) =>
  apiFormats(indicatorListPath(strategy), {
    period,
    goal: filter.goal,
    verdict: statuses.join(','),
    reason: filter.reason,
    certainty: filter.certainty,
    text: filter.text,
  })

/** Every figure of a plan’s indicators, of all periods, with what each is judged by. */
export const allFigureDownloads = (strategy: string, asOf?: AsOf) =>
  apiFormats(`/strategies/${strategy}/figures`, { asOf: asOf?.until.toISOString() })

/** The figures of one indicator as a list of the public API. */
export const figureDownloads = (strategy: string, indicator: string, asOf?: AsOf) =>
  apiFormats(`/strategies/${strategy}/figures`, { indicator, asOf: asOf?.until.toISOString() })

/** The targets of one indicator as a list of the public API. */
export const targetDownloads = (strategy: string, indicator: string, asOf?: AsOf) =>
  apiFormats(`/strategies/${strategy}/targets`, { indicator, asOf: asOf?.until.toISOString() })

export const indicatorListPath = (strategy: string) => `/strategies/${strategy}/indicators`
export const observationListPath = (strategy: string) => `/strategies/${strategy}/observations`

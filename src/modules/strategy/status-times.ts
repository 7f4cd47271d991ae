import { comparePeriods } from '#platform/period.ts'
import { type Action, currentReport } from './model.ts'

/** As of when the statuses are that a page counts together. */
export type StatusTimes = {
  /** Newest period about which anything was reported; null while nobody has reported. */
  newest: string | null
  /** Actions whose current status is of that period; the others were last reported on before. */
  ofNewest: number
  /** Actions that have a status. */
  reported: number
}

/** Tells as of when the current statuses are: one action reported on later does not make the others newer. */
export function statusTimes(actions: readonly Pick<Action, 'history'>[]): StatusTimes {
  const periods = actions.flatMap((action) => currentReport(action)?.asOf ?? [])
  const newest = periods.toSorted(comparePeriods).at(-1) ?? null
  return { newest, ofNewest: periods.filter((period) => period === newest).length, reported: periods.length }
}

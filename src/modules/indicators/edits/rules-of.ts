import type { IndicatorRows } from '../sheets.ts'
import type { PlanFacts } from './plan-facts.server.ts'
import type { findSeriesRows } from './rows-store.server.ts'
import type { IndicatorScope } from './scope.server.ts'

/** A stored series. */
export type SeriesRow = Awaited<ReturnType<typeof findSeriesRows>>[number]

/** The rows of files that the rules look at besides those that are typed. */
export function rulesOf(
  scope: IndicatorScope,
  facts: PlanFacts,
  series: Pick<SeriesRow, 'key' | 'unit' | 'breakdown'>,
) {
  return {
    units: facts.units,
    breakdowns: facts.breakdowns,
    indicators: [{ ...scope.row, line: 0 }] as unknown as IndicatorRows['indicators'],
    series: [{ ...series, indicator: scope.code, line: 0 }] as unknown as IndicatorRows['series'],
  }
}

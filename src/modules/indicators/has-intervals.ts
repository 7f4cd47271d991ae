import { certaintyOf } from './certainty.ts'
import type { JudgedSeries } from './list.ts'

/** Whether any result among some judged series has an interval, so that legends speak of it. */
export const hasIntervals = (rows: readonly JudgedSeries[]): boolean =>
  rows.some(
    ({ indicator, verdict }) => (certaintyOf(indicator, verdict.observation)?.interval ?? null) !== null,
  )

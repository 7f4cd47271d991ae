import type { JudgedSeries } from './list.ts'
import type { PeriodRule } from './model.ts'
import { addCounts, countOf, NO_COUNTS, type VerdictCounts } from './roll-up.ts'
import type { Reason, Sureness, Verdict } from './verdict.ts'

/** How many series of an indicator have one verdict. */
export type VerdictTally = {
  indicatorId: string
  status: Verdict['status']
  /** Why they cannot be judged; null when they can. */
  reason: Reason | null
  certainty: Sureness
  /** In which period they were judged. */
  period: string
  series: number
}

/** How a set stands, in a period or at last. */
export type Standing = {
  /** The period asked for; null when every series is judged in its own latest one. */
  asked: string | null
  /** The one period in which all series are judged; null when they are judged in several. */
  period: string | null
  periodRule: PeriodRule
  verdicts: readonly VerdictTally[]
  /** Ids of the indicators that promise something. */
  promised: ReadonlySet<string>
}

/** The same verdicts of one indicator counted together. */
export function tallyVerdicts(judged: readonly JudgedSeries[]): VerdictTally[] {
  const reasonOf = (verdict: Verdict) => (verdict.status === 'notEvaluable' ? verdict.reason : null)
  const groups = Map.groupBy(judged, ({ indicator, verdict }) =>
    [indicator.id, verdict.status, reasonOf(verdict), verdict.certainty, verdict.period].join(),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { indicator, verdict } = first
    return [
      {
        indicatorId: indicator.id,
        status: verdict.status,
        reason: reasonOf(verdict),
        certainty: verdict.certainty,
        period: verdict.period,
        series: group.length,
      },
    ]
  })
}

/** Adds tallies up. Percentages are never averaged: see `countVerdicts`. */
export const addTallies = (tallies: readonly VerdictTally[]): VerdictCounts =>
  tallies.map(({ status, series, ...why }) => countOf(status, why, series)).reduce(addCounts, NO_COUNTS)

import type { TextKey } from '#platform/texts/text.ts'
import { type AskedAction, type DecisionKind, type Round, takesReports } from './round.ts'
import { decisionNow } from './standing.ts'

/** So many must be present for a group to be one. */
export const LEAST_PRESENT = 2

/** Whether something may be decided, or why not. */
export type DecisionRight = { may: true } | { may: false; why: TextKey }

type Standing = {
  round: Pick<Round, 'state' | 'closesOn' | 'decidedBy'>
  asked: Pick<AskedAction, 'reports' | 'decisions'>
  accountId: string
  /** How many are present; null while that is not said yet. */
  present: number | null
  today: string
}

/**
 * What may be decided on the newest report. Nobody alone accepts what they have reported themselves, or could have: by a
 * link whose secret they were shown.
 */
export function mayDecide(
  kind: DecisionKind,
  { round, asked, accountId, present, today }: Standing,
): DecisionRight {
  const report = asked.reports.at(-1)
  if (!report) return no('strategy.round.decide.nothing')
  const before = decisionNow(asked)?.kind
  if (before === 'accepted') return no('strategy.round.decide.accepted')
  if (before === 'returned') return no('strategy.round.decide.returned')
  if (kind === 'returned') return takesReports(round, today) ? YES : no('strategy.round.decide.closed')
  if (present === null || present >= LEAST_PRESENT) return YES
  if (present > 0 || round.decidedBy === 'group') return no('strategy.round.decide.group')
  const isOwn = report.author === accountId || report.handedBy === accountId
  return isOwn ? no('strategy.round.decide.own') : YES
}

const YES = { may: true } as const
const no = (why: TextKey) => ({ may: false, why }) as const

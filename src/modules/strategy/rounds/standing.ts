import { municipalDay } from '#platform/rights/day.ts'
import type { AskedAction, Outcome, Round } from './round.ts'

export const STANDINGS = [
  'reported',
  'overdue',
  'silent',
  'returned',
  'waiting',
  'unasked',
  'accepted',
] as const
/**
 * Where an action stands in a round, those first with which the department has something to do: reported and not decided;
 * not reported and late; not reported when it closed; given back to be mended; not reported yet; nobody answers for it, so
 * nobody was asked; accepted.
 */
export type Standing = (typeof STANDINGS)[number]

type Steps = Pick<AskedAction, 'accountId' | 'deputyId' | 'reports' | 'decisions'>

/** The decision on the newest report; undefined where there is none yet. */
export function decisionNow({ reports, decisions }: Pick<AskedAction, 'reports' | 'decisions'>) {
  const newest = reports.at(-1)
  const last = decisions.at(-1)
  return newest && last?.version === newest.version ? last : undefined
}

/** @param today in the municipality, `YYYY-MM-DD` */
export function standingOf(
  { state, dueOn, closesOn }: Pick<Round, 'state' | 'dueOn' | 'closesOn'>,
  steps: Steps,
  today: string,
): Standing {
  const decision = decisionNow(steps)
  if (decision) return decision.kind
  if (steps.reports.length > 0) return 'reported'
  if (steps.accountId === null && steps.deputyId === null) return 'unasked'
  if (state === 'closed' || today > closesOn) return 'silent'
  return today > dueOn ? 'overdue' : 'waiting'
}

/** Whether it is somebody's turn to report: nothing was, or it came back. */
export const isWithReporter = (steps: Steps): boolean =>
  steps.reports.length === 0 || decisionNow(steps)?.kind === 'returned'

/** Where it stood as the round closed, for the record. */
export const outcomeOf = (round: Round, steps: Steps): Outcome => {
  const standing = standingOf({ ...round, state: 'closed' }, steps, round.closesOn)
  return standing === 'waiting' || standing === 'overdue' ? 'silent' : standing
}

/** How many were asked, and how many of them answered when. Shares are of those asked. */
export type OnTime = {
  asked: number
  /** Whose first report came on the last day in time or before. */
  onTime: number
  late: number
  /** Who has not answered so far. */
  silent: number
  /** Actions for which nobody answers, so that nobody could be asked: they are not counted among the others. */
  unasked: number
}

/** Counts actions by when they were first reported on; what came back and was mended counts by its first report. */
export function answeredOnTime(round: Pick<Round, 'dueOn'>, asked: readonly Steps[]): OnTime {
  const counted: OnTime = { asked: 0, onTime: 0, late: 0, silent: 0, unasked: 0 }
  for (const { accountId, deputyId, reports } of asked) {
    const [first] = reports
    if (!first && accountId === null && deputyId === null) {
      counted.unasked += 1
      continue
    }
    counted.asked += 1
    if (!first) counted.silent += 1
    else if (municipalDay(first.at) <= round.dueOn) counted.onTime += 1
    else counted.late += 1
  }
  return counted
}

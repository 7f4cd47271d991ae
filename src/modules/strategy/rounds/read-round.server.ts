import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { isOverdue } from '../accountability/overdue.ts'
import { actionsOf, currentReport, type ImplementationStatus } from '../model.ts'
import { getStrategyTree } from '../store.server.ts'
import type { AskedAction, Round } from './round.ts'
import { findAsked, findRound } from './rounds-store.server.ts'
import { answeredOnTime, type OnTime, type Standing, standingOf } from './standing.ts'

/** An action in a round: what it is called, what everybody reads of it, and where it stands. */
export type RoundLine = AskedAction & {
  title: LocalText
  deliverable: LocalText | null
  /** Last day of the action itself. */
  dueOn: string | null
  /** It should have been done by now, as the plan has it. */
  isOverdue: boolean
  /** Newest published status, and what was said with it. */
  published: { status: ImplementationStatus; asOf: string; comment: LocalText | null } | null
  standing: Standing
}

export type ReadRound = { round: Round; lines: RoundLine[]; onTime: OnTime }

/**
 * A round with every action that it asks about, in the order of the plan; of one that has not opened those that it will.
 * Twelve statements; undefined where there is none.
 */
export async function readRound(
  tx: DatabaseTransaction,
  municipalityId: string,
  key: string,
  now: Date,
): Promise<ReadRound | undefined> {
  const round = await findRound(tx, municipalityId, key)
  const tree = round && (await getStrategyTree(tx, municipalityId, round.strategyId))
  if (!round || !tree) return undefined
  const today = municipalDay(now)
  const asked = new Map(
    (await findAsked(tx, municipalityId, round.id)).map((one) => [one.action, one] as const),
  )
  const lines = actionsOf(tree).flatMap((action): RoundLine[] => {
    const one = asked.get(action.code)
    const report = currentReport(action)
    if (!one) return []
    return [
      {
        ...one,
        title: action.title,
        deliverable: action.deliverable,
        dueOn: action.dueOn,
        isOverdue: isOverdue(action, today),
        published: report ? { status: report.status, asOf: report.asOf, comment: report.comment } : null,
        standing: standingOf(round, one, today),
      },
    ]
  })
  return { round, lines, onTime: answeredOnTime(round, lines) }
}

import { type Action, isStanding } from '../model.ts'
import type { Attached } from './model.ts'

/** What a plan should say of each action so that it can be held to it. */
export const LACKS = ['accountable', 'parties', 'due', 'deliverable', 'milestones', 'funding'] as const
export type Lack = (typeof LACKS)[number]

/** What is known besides the plan. */
export type Known = Pick<Attached, 'parties' | 'milestones' | 'funding'> & {
  /** Codes of actions for which somebody with an open account answers. */
  accountable: ReadonlySet<string>
}

/**
 * What nobody has said of an action yet. That it needs no money of its own is said, and is not missing; of what a later
 * version of the plan has ended nothing is.
 */
export function lacksOf(
  action: Pick<Action, 'code' | 'dueOn' | 'deliverable' | 'ended'>,
  known: Known,
): Lack[] {
  if (!isStanding(action)) return []
  const of = <Row extends { action: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.action === action.code)
  const steps = of(known.milestones)
  const isThere: Record<Lack, boolean> = {
    accountable: known.accountable.has(action.code),
    parties: of(known.parties).length > 0,
    due: action.dueOn !== null,
    deliverable: action.deliverable !== null || steps.some(({ kind }) => kind === 'deliverable'),
    milestones: steps.some(({ kind }) => kind === 'milestone'),
    funding: of(known.funding).some(
      ({ fund, planned, spent }) => fund === 'none' || planned !== null || spent !== null,
    ),
  }
  return LACKS.filter((lack) => !isThere[lack])
}

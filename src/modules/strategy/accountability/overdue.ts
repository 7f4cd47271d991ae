import { type Action, currentStatus, isStanding } from '../model.ts'

/**
 * Whether an action should have been done by now and is not: its last day is over and the newest status is another than
 * “implemented”, or nobody has reported. Without a last day it never is, nor when a later version of the plan ended it.
 *
 * @param today day in the municipality, `YYYY-MM-DD`
 */
export function isOverdue(action: Pick<Action, 'dueOn' | 'history' | 'ended'>, today: string): boolean {
  if (!isStanding(action)) return false
  return action.dueOn !== null && action.dueOn < today && currentStatus(action) !== 'implemented'
}

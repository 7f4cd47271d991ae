import { type Action, currentStatus } from '#modules/strategy'

/** Whether an action's day has passed and it is not done; without a day nothing is overdue. */
export const isOverdue = (action: Pick<Action, 'dueOn' | 'history'>, today: string): boolean =>
  action.dueOn !== null && action.dueOn < today && currentStatus(action) !== 'implemented'

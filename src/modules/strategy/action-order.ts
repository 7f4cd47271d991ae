import type { Sortable } from '#platform/ui/sort.ts'
import { ACTION_STATES, stateOf } from './action-filter.ts'
import type { Action } from './model.ts'

/** What actions are put in order by, for each order that can be asked for. */
export const ACTION_ORDER = {
  action: ({ code }: Action): Sortable => code,
  status: (action: Action): Sortable => ACTION_STATES.indexOf(stateOf(action)),
  due: ({ dueOn }: Action): Sortable => dueOn,
  responsible: ({ responsible }: Action): Sortable => responsible,
} as const

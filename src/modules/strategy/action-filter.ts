import { fold, wordsIn } from '#platform/texts/fold.ts'
import { isOverdue } from './accountability/overdue.ts'
import { type Action, currentReport, currentStatus, IMPLEMENTATION_STATUSES, isStanding } from './model.ts'

/** How far actions of a plan have come, with those that nobody reported on and those that are not in it any more. */
export const ACTION_STATES = [...IMPLEMENTATION_STATUSES, 'unreported', 'ended'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** What a reader looks for; what is absent or empty is not asked. */
export type ActionFilter = {
  goal?: string | undefined
  direction?: string | undefined
  /** Any one of these. */
  states?: readonly ActionState[] | undefined
  /** Only what should have been done by now. */
  isOverdue?: boolean | undefined
  responsible?: string | undefined
  /** Words that must all occur in the action or its newest comment, whatever the case and diacritics. */
  text?: string | undefined
}

/** Whether anything is asked for. */
export const asksAnything = ({ states, ...filter }: ActionFilter): boolean =>
  (states?.length ?? 0) > 0 || Object.values(filter).some(Boolean)

/**
 * The actions that answer every part of the filter, in the order given.
 *
 * @param today day by which an action is overdue or not yet, `YYYY-MM-DD`
 */
export function filterActions(actions: readonly Action[], filter: ActionFilter, today: string): Action[] {
  const words = wordsIn(filter.text ?? '')
  const states = filter.states ?? []
  return actions.filter(
    (action) =>
      (!filter.goal || action.goal === filter.goal) &&
      (!filter.direction || action.direction === filter.direction) &&
      (states.length === 0 || states.includes(stateOf(action))) &&
      (!filter.isOverdue || isOverdue(action, today)) &&
      (!filter.responsible || fold(action.responsible ?? '') === fold(filter.responsible)) &&
      hasWords(action, words),
  )
}

/** How far an action has come, or why there is nothing to say about that. */
export const stateOf = (action: Pick<Action, 'ended' | 'history'>): ActionState =>
  isStanding(action) ? (currentStatus(action) ?? 'unreported') : 'ended'

function hasWords(action: Action, words: string[]) {
  if (words.length === 0) return true
  const { code, title, short, deliverable, responsible, involved } = action
  const comment = currentReport(action)?.comment
  const parts = [
    code,
    title.lv,
    title.en,
    short.lv,
    short.en,
    deliverable?.lv,
    deliverable?.en,
    responsible,
    involved,
  ]
  const text = fold([...parts, comment?.lv, comment?.en].join(' '))
  return words.every((word) => text.includes(word))
}

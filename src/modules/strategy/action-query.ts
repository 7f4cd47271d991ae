import type { AskedValues } from '#platform/asked.ts'
import { fold } from '#platform/texts/fold.ts'
import { defineSorting } from '#platform/ui/sort.ts'
import { ACTION_STATES, type ActionFilter } from './action-filter.ts'
import { type Action, actionsOf, type StrategyTree } from './model.ts'

/** Query parameters of the action plan by which actions are chosen. */
export const ACTION_PARAMETERS = ['goal', 'direction', 'status', 'overdue', 'responsible', 'text']
/** Those that may be given several times. */
export const SEVERAL_ACTION_PARAMETERS = ['status']

/** Where the list of actions begins. */
export const ACTION_LIST = 'darbibas'

/** By what the list of actions can be put in order. */
export const ACTION_SORTING = defineSorting(['action', 'status', 'due', 'responsible'], {
  anchor: ACTION_LIST,
  pages: ['page'],
})

/** What an address asks for; with a plan only what that plan has, without one whatever could be asked of a plan. */
export function readActionFilter(asked: AskedValues, plan?: Pick<StrategyTree, 'goals'>): ActionFilter {
  const one = (name: string, known: readonly string[] | undefined) =>
    known ? asked.oneOf(name, known) : asked.text(name)
  const directions = plan?.goals.flatMap((goal) => goal.directions)
  const states = asked.severalOf('status', ACTION_STATES, (one) => `strategy.status.${one}`)
  return {
    goal: one(
      'goal',
      plan?.goals.map(({ code }) => code),
    ),
    direction: one(
      'direction',
      directions?.map(({ code }) => code),
    ),
    states: states.length > 0 ? states : undefined,
    isOverdue: asked.oneOf('overdue', ['yes']) === 'yes' || undefined,
    responsible: readResponsible(asked, plan && responsibleOf(actionsOf(plan))),
    text: asked.text('text'),
  }
}

/** The same as parameters of the public API. */
export const writeActionFilter = ({ states, isOverdue, ...filter }: ActionFilter) => ({
  ...filter,
  status: states?.join(','),
  overdue: isOverdue ? 'yes' : undefined,
})

/** Everybody who answers for an action, once each, as the plan writes them. */
export function responsibleOf(actions: readonly Pick<Action, 'responsible'>[]): string[] {
  const names = new Set(actions.map(({ responsible }) => responsible))
  return [...names].filter((name) => name !== null).sort(new Intl.Collator('lv').compare)
}

/** Whoever answers, however their name is written. */
function readResponsible(asked: AskedValues, known: readonly string[] | undefined): string | undefined {
  const name = asked.text('responsible')
  if (name === undefined || !known || known.some((one) => fold(one) === fold(name))) return name
  return asked.oneOf('responsible', known)
}

import type { AskedValues } from '#platform/asked.ts'
import { fold } from '#platform/texts/fold.ts'
import { type Action, type ActionFilter, IMPLEMENTATION_STATUSES, type StrategyTree } from './model.ts'

/** Query parameters of the action plan. */
export const ACTION_PARAMETERS = ['goal', 'direction', 'status', 'responsible', 'text']

/** Statuses by which a reader may choose: those of actions, and that none is told or that it has ended. */
const CHOSEN_STATUSES = [...IMPLEMENTATION_STATUSES, 'unreported', 'ended'] as const

/** What can be chosen in a plan. */
type Choices = Pick<StrategyTree, 'goals'>

/** What an address asks for; with a plan, only what it has. */
export function readActionFilter(asked: AskedValues, plan?: Choices): ActionFilter {
  const one = (name: string, known: readonly string[] | undefined) =>
    known ? asked.oneOf(name, known) : asked.text(name)
  const directions = plan?.goals.flatMap((goal) => goal.directions)
  return {
    goal: one(
      'goal',
      plan?.goals.map(({ code }) => code),
    ),
    direction: one(
      'direction',
      directions?.map(({ code }) => code),
    ),
    status: asked.oneOf('status', CHOSEN_STATUSES),
    responsible: readResponsible(
      asked,
      directions && responsibleOf(directions.flatMap(({ actions }) => actions)),
    ),
    text: asked.text('text'),
  }
}

/** Whoever answers, however their name is written. */
function readResponsible(asked: AskedValues, known: readonly string[] | undefined): string | undefined {
  const name = asked.text('responsible')
  if (name === undefined || !known || known.some((one) => fold(one) === fold(name))) return name
  return asked.oneOf('responsible', known)
}

/** Everybody who answers for an action, once each, as the plan writes them. */
export function responsibleOf(actions: readonly Pick<Action, 'responsible'>[]): string[] {
  const names = new Set(actions.map(({ responsible }) => responsible))
  return [...names].filter((name) => name !== null).sort(new Intl.Collator('lv').compare)
}

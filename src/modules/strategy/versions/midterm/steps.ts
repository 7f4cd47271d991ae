import { type StrategyTree, standingActionsOf } from '../../model.ts'
import type { Proposal } from '../version.ts'

/** One stop on the way through the plan: a goal, or an action that is part of it. */
export type Step = { target: 'goal' | 'action'; code: string }

/** All stops, each goal before its actions; what has ended is not looked at again. */
export const stepsOf = (tree: Pick<StrategyTree, 'goals'>): Step[] =>
  tree.goals.flatMap((goal) => [
    { target: 'goal' as const, code: goal.code },
    ...standingActionsOf({ goals: [goal] }).map(({ code }) => ({ target: 'action' as const, code })),
  ])

const isSame = (a: Step, b: Pick<Proposal, 'target' | 'code'>) => a.target === b.target && a.code === b.code

/** The next stop after the one given about which nothing has been chosen, beginning anew at the end. */
export function nextStep(
  steps: readonly Step[],
  proposals: readonly Pick<Proposal, 'target' | 'code'>[],
  after?: Step,
): Step | undefined {
  const place = after ? steps.findIndex((step) => isSame(step, after)) : -1
  const inTurn = [...steps.slice(place + 1), ...steps.slice(0, place + 1)]
  return inTurn.find((step) => !(after && isSame(step, after)) && !proposals.some((one) => isSame(step, one)))
}

/** How many actions have been looked at, of how many. */
export function progressOf(
  steps: readonly Step[],
  proposals: readonly Pick<Proposal, 'target' | 'code'>[],
): { done: number; total: number } {
  const actions = steps.filter(({ target }) => target === 'action')
  const done = actions.filter((step) => proposals.some((one) => isSame(step, one)))
  return { done: done.length, total: actions.length }
}

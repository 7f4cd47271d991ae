import { type Action, currentReport } from './model.ts'

/** What a plan can say about an action, besides how far it has come. */
export const ACTION_FACTS = ['responsible', 'dueOn', 'comment'] as const
export type ActionFact = (typeof ACTION_FACTS)[number]

/** Whether it is stated for at least one action; what is stated for none is said once, not of each. */
export function statedIn(actions: readonly Action[]): Record<ActionFact, boolean> {
  return {
    responsible: actions.some(({ responsible }) => responsible !== null),
    dueOn: actions.some(({ dueOn }) => dueOn !== null),
    comment: actions.some((action) => Boolean(currentReport(action)?.comment)),
  }
}

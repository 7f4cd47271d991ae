import { type Action, type ActionFilter, IMPLEMENTATION_STATUSES } from './model.ts'

/** Query parameters of the action plan. */
export const ACTION_PARAMETERS = ['goal', 'direction', 'status', 'responsible', 'text']

/** What an address asks for; a status that does not exist is as if it were not asked. */
export function readActionFilter(search: URLSearchParams): ActionFilter {
  const field = (name: keyof ActionFilter) => search.get(name)?.trim() || undefined
  const status = field('status')
  return {
    goal: field('goal'),
    direction: field('direction'),
    status: [...IMPLEMENTATION_STATUSES, 'unreported' as const, 'ended' as const].find(
      (known) => known === status,
    ),
    responsible: field('responsible'),
    text: field('text'),
  }
}

/** Everybody who answers for an action, once each, as the plan writes them. */
export function responsibleOf(actions: readonly Pick<Action, 'responsible'>[]): string[] {
  const names = new Set(actions.map(({ responsible }) => responsible))
  return [...names].filter((name) => name !== null).sort(new Intl.Collator('lv').compare)
}

import type { PlanItem, PlanOfWork } from './model.ts'

/** A task of which nothing is said but what it is. */
export const anItem = (given: Partial<PlanItem> & Pick<PlanItem, 'number'>): PlanItem => ({
  id: `item-${given.number}`,
  goal: null,
  task: `Uzdevums ${given.number}`,
  startsOn: null,
  dueOn: null,
  responsible: null,
  expected: null,
  achieved: null,
  progress: null,
  actions: [],
  ownNeed: null,
  indicators: [],
  carriedFrom: null,
  version: 1,
  ...given,
})

/** A draft of the department's plan for 2026, or of the institution's named. */
export function aPlan(
  key: string,
  items: readonly (Partial<PlanItem> & Pick<PlanItem, 'number'>)[],
  given: Partial<PlanOfWork> = {},
): PlanOfWork {
  return {
    id: key,
    key,
    municipalityId: 'here',
    strategyId: 'strategy',
    owner: null,
    kind: 'work',
    title: `Plāns ${key}`,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    dueOn: null,
    state: 'draft',
    submittedBy: null,
    version: 1,
    items: items.map((item) => anItem({ id: `${key}-${item.number}`, ...item })),
    ...given,
  }
}

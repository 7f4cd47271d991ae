import type { PlanItem, PlanOfWork } from './model.ts'

/** What tells rows of plans and of their items apart. */
export const PLANS = { table: 'strategy.plan', key: ['id'] } as const
export const ITEMS = { table: 'strategy.plan_item', key: ['id'] } as const

/** A plan as its table has it, without its items. */
export const planRow = (plan: Omit<PlanOfWork, 'items' | 'version' | 'municipalityId'>) => ({
  id: plan.id,
  strategy_id: plan.strategyId,
  institution_id: plan.owner?.id ?? null,
  key: plan.key,
  kind: plan.kind,
  title: plan.title,
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  due_on: plan.dueOn,
  state: plan.state,
  submitted_by: plan.submittedBy,
})

/** An item as its table has it. */
export const itemRow = (plan: Pick<PlanOfWork, 'id' | 'owner'>, item: Omit<PlanItem, 'version'>) => ({
  id: item.id,
  plan_id: plan.id,
  institution_id: plan.owner?.id ?? null,
  number: item.number,
  goal: item.goal,
  task: item.task,
  starts_on: item.startsOn,
  due_on: item.dueOn,
  responsible: item.responsible,
  expected: item.expected,
  achieved: item.achieved,
  progress: item.progress,
  actions: [...item.actions],
  own_need: item.ownNeed,
  indicators: [...item.indicators],
  carried_from: item.carriedFrom,
})

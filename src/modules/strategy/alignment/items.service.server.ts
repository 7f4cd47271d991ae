import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { type AskedPlan, holdPlan, intentOf } from './consult.service.server.ts'
import type { WrittenItem } from './item-columns.ts'
import { readNameable } from './known.server.ts'
import { isUnfinished, type PlanItem, type PlanOfWork } from './model.ts'
import { placeOfPlan, writingOf } from './plan-rights.ts'
import { ITEMS, itemRow } from './plan-rows.ts'
import { findPlan, nextNumber } from './plan-store.server.ts'

const NOTHING: WrittenItem = {
  goal: null,
  task: '',
  startsOn: null,
  dueOn: null,
  responsible: null,
  expected: null,
  achieved: null,
  progress: null,
  actions: [],
  ownNeed: null,
  indicators: [],
}

/**
 * Makes a task of each action, with the action's own words as a beginning: its goal, its title, what it brings and by
 * when. Actions that a task of the plan serves already are left out, so that sending it twice makes nothing twice.
 *
 * @returns how many tasks were added
 * @throws Refused (403) without the right, and when the plan is no draft
 */
export function addFromActions(
  db: Database,
  user: User,
  asked: AskedPlan,
  codes: ReadonlySet<string>,
): Promise<number> {
  return addItems(db, user, asked, 'plan.drafted', async (tx, plan) => {
    const { tree, actions } = await readNameable(tx, plan)
    const served = new Set(plan.items.flatMap((item) => item.actions))
    const goals = new Map(tree.goals.map(({ code, short }) => [code, short.lv]))
    return actions
      .filter(({ code }) => codes.has(code) && !served.has(code))
      .map((action) => ({
        ...NOTHING,
        goal: goals.get(action.goal) ?? null,
        task: action.short.lv,
        expected: action.deliverable?.lv ?? null,
        dueOn: action.dueOn !== null && isWithin(plan, action.dueOn) ? action.dueOn : null,
        actions: [action.code],
        carriedFrom: null,
      }))
  })
}

/** Adds tasks as they are written to a draft. @throws Refused (403) without the right, and when the plan is no draft */
export const addWritten = (
  db: Database,
  user: User,
  asked: AskedPlan,
  items: readonly (Partial<WrittenItem> & Pick<WrittenItem, 'task'>)[],
): Promise<number> =>
  addItems(db, user, asked, 'plan.drafted', async () =>
    items.map((item) => ({ ...NOTHING, ...item, carriedFrom: null })),
  )

const isWithin = ({ startsOn, endsOn }: PlanOfWork, day: string) => startsOn <= day && day <= endsOn

/** Tasks of an earlier plan that nobody says are done, and that do not go on in a later one yet. */
export function leftOver(from: Pick<PlanOfWork, 'items'>, to: Pick<PlanOfWork, 'items'>): PlanItem[] {
  const carried = new Set(to.items.flatMap(({ carriedFrom }) => carriedFrom ?? []))
  return from.items.filter((item) => isUnfinished(item) && !carried.has(item.id))
}

/**
 * Takes over unfinished tasks of an earlier plan of the same owner: their words and what they serve, with terms and
 * results to be said anew. Of another strategy the actions are left behind, for its codes mean something else here.
 *
 * @returns how many tasks were added
 * @throws Refused (403) without the right, and when the plan is no draft
 */
export function carryOver(
  db: Database,
  user: User,
  asked: AskedPlan,
  { from: fromKey, ids }: { from: string; ids: ReadonlySet<string> },
): Promise<number> {
  return addItems(db, user, asked, 'plan.carriedOver', async (tx, plan) => {
    const from = await findPlan(tx, asked.municipalityId, fromKey)
    if (!from || from.owner?.id !== plan.owner?.id || from.id === plan.id)
      refuse(404, 'platform.refused.absent')
    const isSame = from.strategyId === plan.strategyId
    return leftOver(from, plan)
      .filter(({ id }) => ids.has(id))
      .map(({ goal, task, responsible, expected, actions, ownNeed, indicators, id }) => ({
        ...NOTHING,
        goal,
        task,
        responsible,
        expected,
        ownNeed,
        actions: isSame ? actions : [],
        indicators: isSame ? indicators : [],
        carriedFrom: id,
      }))
  })
}

type New = WrittenItem & Pick<PlanItem, 'carriedFrom'>

async function addItems(
  db: Database,
  user: User,
  asked: AskedPlan,
  action: 'plan.drafted' | 'plan.carriedOver',
  make: (tx: DatabaseTransaction, plan: PlanOfWork) => Promise<New[]>,
): Promise<number> {
  const work = async (tx: DatabaseTransaction, change: Change) => {
    const plan = await holdDraft(tx, user, asked)
    const made = await make(tx, plan)
    const first = await nextNumber(tx, asked.municipalityId, plan.id)
    const rows = made.map((item, index) => itemRow(plan, { ...item, id: uuidv7(), number: first + index }))
    await revise(tx, change, ITEMS, rows)
    return rows.length
  }
  const { municipalityId } = asked
  await demandWriting(db, user, asked)
  return (await inChange(db, user, intentOf(asked, action), work, { municipalityId })).result
}

/** @throws Refused (403) for whoever does not write the plan; (404) where there is none */
export async function demandWriting(db: Database, user: User, { municipalityId, key }: AskedPlan) {
  const plan = await readAs(db, user, (tx) => findPlan(tx, municipalityId, key), { municipalityId })
  if (!plan) refuse(404, 'platform.refused.absent')
  demand(user, writingOf(plan), placeOfPlan(plan))
  return plan
}

/** A draft that nobody else writes or submits until the transaction ends. */
export async function holdDraft(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, key }: AskedPlan,
): Promise<PlanOfWork> {
  const seen = (await findPlan(tx, municipalityId, key)) ?? refuse(404, 'platform.refused.absent')
  await holdPlan(tx, seen.id)
  const plan = (await findPlan(tx, municipalityId, key)) ?? refuse(404, 'platform.refused.absent')
  demand(user, writingOf(plan), placeOfPlan(plan))
  if (plan.state !== 'draft') refuse(403, 'strategy.alignment.refused.state')
  return plan
}

import { v7 as uuidv7 } from 'uuid'
import type { Institution } from '#modules/registry'
import { institutionNear } from '#modules/registry'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { intentOf } from './consult.service.server.ts'
import { insertSteps } from './consultation-store.server.ts'
import type { PlanOfWork, PlanOwner } from './model.ts'
import { placeOfPlan, writingOf } from './plan-rights.ts'
import { PLANS, planRow } from './plan-rows.ts'
import { findKeysLike, findPlans } from './plan-store.server.ts'
import { readPlanners } from './planners.server.ts'
import { askForPlan } from './tell.server.ts'

/** What is said of a plan before anything stands in it. */
export type PlanHead = Pick<PlanOfWork, 'title' | 'startsOn' | 'endsOn' | 'dueOn' | 'strategyId'>

/** Begins a plan, of the department where there is no owner. @returns its key @throws Refused (403) without the right */
export async function beginPlan(
  db: Database,
  user: User,
  municipalityId: string,
  { owner, once, ...head }: PlanHead & { owner: PlanOwner; once: string },
): Promise<string> {
  demand(user, writingOf({ owner }), placeOfPlan({ municipalityId, owner }))
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await holdKeys(tx, municipalityId)
    const known = (await findPlans(tx, municipalityId)).find(({ id }) => id === once)
    return known ?? writeNew(tx, change, { ...head, owner, id: once })
  }
  const intent = intentOf({ municipalityId, key: once }, 'plan.begun')
  return (await inChange(db, user, intent, work, { municipalityId })).result.key
}

/**
 * Asks institutions for their development plans: each has an empty one from then on, and a task for whoever writes it.
 * Those that have a plan of the same time already are not asked again.
 *
 * @returns how many were asked
 * @throws Refused (403) without the right
 */
export async function askForPlans(
  db: Database,
  user: User,
  { municipalityId, slug }: { municipalityId: string; slug: string },
  { institutions, ...head }: PlanHead & { institutions: readonly Institution[] },
): Promise<number> {
  demand(user, 'strategy.alignment.edit', { municipalityId })
  const planners = await readPlanners(db, municipalityId)
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await holdKeys(tx, municipalityId)
    const there = (await findPlans(tx, municipalityId)).filter(({ state }) => state !== 'withdrawn')
    const has = (id: string) =>
      there.some(
        ({ owner, startsOn, endsOn }) =>
          owner?.id === id && startsOn === head.startsOn && endsOn === head.endsOn,
      )
    const asked = institutions.filter(({ id }) => !has(id))
    for (const institution of asked) {
      const { id, key } = institution
      const owner = { id, key, name: institutionNear(institution, head.startsOn).name }
      const plan = await writeNew(tx, change, { ...head, owner, id: uuidv7() })
      await insertSteps(
        tx,
        [
          {
            municipality_id: municipalityId,
            id: uuidv7(),
            plan_id: plan.id,
            institution_id: id,
            kind: 'asked',
            item_id: null,
            answers_id: null,
            words: null,
            author: user.id,
            submitted_by: null,
            agreed_on: null,
            agreed_by: null,
            change_id: change.id,
          },
        ],
        change.at,
      )
      await askForPlan(tx, change, { slug, plan, planners })
    }
    return asked.length
  }
  const intent = intentOf({ municipalityId, key: head.title }, 'plan.asked')
  return (await inChange(db, user, intent, work, { municipalityId })).result
}

/** Addresses of plans are made of years; two who begin one at once must not take the same. */
const holdKeys = (tx: DatabaseTransaction, municipalityId: string) =>
  oneAtATime(tx, `strategy.plan.keys ${municipalityId}`)

async function writeNew(
  tx: DatabaseTransaction,
  change: Change,
  head: PlanHead & { owner: PlanOwner; id: string },
): Promise<PlanOfWork> {
  const { municipalityId } = change
  const plan: PlanOfWork = {
    ...head,
    municipalityId,
    key: await freeKey(tx, municipalityId, head),
    kind: head.owner ? 'development' : 'work',
    state: 'draft',
    submittedBy: null,
    version: 1,
    items: [],
  }
  await revise(tx, change, PLANS, [planRow(plan)])
  return plan
}

/** `2026` or `2026-2029`, after the institution's key where it is one's: `lvg-2026-2029`. */
async function freeKey(
  tx: DatabaseTransaction,
  municipalityId: string,
  { owner, startsOn, endsOn }: PlanHead & { owner: PlanOwner },
): Promise<string> {
  const years = [...new Set([startsOn.slice(0, 4), endsOn.slice(0, 4)])]
  const key = [...(owner ? [owner.key.replaceAll('_', '-')] : []), ...years].join('-')
  const taken = await findKeysLike(tx, municipalityId, key)
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}

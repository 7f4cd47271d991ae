import { v7 as uuidv7 } from 'uuid'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findSteps, insertSteps } from './consultation-store.server.ts'
import type { PlanOfWork } from './model.ts'
import { placeOfPlan, writingOf } from './plan-rights.ts'
import { ITEMS, itemRow, PLANS, planRow } from './plan-rows.ts'
import { OWNERS_STEPS, type PlanStep, STEPS, whyNotStep } from './plan-steps.ts'
import { findPlan } from './plan-store.server.ts'
import { type Planners, readPlanners } from './planners.server.ts'
import { tellOfStep } from './tell.server.ts'

/** A plan that somebody has before them. */
export type AskedPlan = { municipalityId: string; slug: string; key: string }

/** What the journal calls what is done. */
const ACTIONS = {
  submitted: { action: 'plan.submitted' },
  returned: { action: 'plan.returned' },
  agreed: { action: 'plan.agreed' },
  reopened: { action: 'plan.reopened' },
  withdrawn: { action: 'plan.withdrawn' },
} as const satisfies Record<PlanStep, { action: string }>
const SAYING = {
  comment: { action: 'plan.commented' },
  answer: { action: 'plan.answered' },
} as const

/** What became of a step: it is taken; somebody else did something meanwhile; or why it is not taken. */
export type Moved = { kind: 'done' } | { kind: 'meanwhile' } | { kind: 'refused'; why: TextKey }

export type StepEntry = {
  step: PlanStep
  /** Version of the plan that was seen. */
  version: number
  /** The reason, or what else is to be said with it. */
  words: string | null
  /** Of an agreement: the day, and who agreed in words. */
  agreed?: { on: string; by: string }
}

/** Lets one writing of a plan after the other do its work. */
export const holdPlan = (tx: DatabaseTransaction, planId: string) => oneAtATime(tx, `strategy.plan ${planId}`)

/**
 * Takes a step with a plan: submits, returns, agrees, reopens or withdraws it. What is agreed is everybody's from then
 * on; what is reopened no longer. Of two at once the second finds what the first has done.
 *
 * @throws Refused (403) without the right; (404) where there is no such plan
 */
export async function takeStep(
  db: Database,
  user: User,
  asked: AskedPlan,
  { step, version, words, agreed }: StepEntry,
): Promise<Moved> {
  const { seen, planners } = await readSeen(db, user, asked)
  if (OWNERS_STEPS.includes(step)) demand(user, writingOf(seen), placeOfPlan(seen))
  else demand(user, 'strategy.alignment.edit', { municipalityId: asked.municipalityId })
  const isPublic = step === 'agreed'
  const stream = isPublic || seen.state === 'agreed' ? 'plan' : 'planning'
  const work = async (tx: DatabaseTransaction, change: Change): Promise<Moved> => {
    await holdPlan(tx, seen.id)
    const plan =
      (await findPlan(tx, asked.municipalityId, asked.key)) ?? refuse(404, 'platform.refused.absent')
    if (plan.version !== version || plan.version !== seen.version) return { kind: 'meanwhile' }
    const why = whyNotStep(plan, step, user)
    if (why) return { kind: 'refused', why }
    const submittedBy = step === 'submitted' ? user.id : plan.submittedBy
    await revise(tx, change, PLANS, [planRow({ ...plan, state: STEPS[step].to, submittedBy })])
    if (stream === 'plan')
      await revise(
        tx,
        change,
        ITEMS,
        plan.items.map((item) => itemRow(plan, item)),
      )
    await insertSteps(
      tx,
      [
        {
          ...stepRow(plan, change, user),
          id: uuidv7(),
          kind: step,
          words,
          submitted_by: step === 'agreed' ? plan.submittedBy : null,
          agreed_on: agreed?.on ?? null,
          agreed_by: agreed?.by ?? null,
        },
      ],
      change.at,
    )
    await tellOfStep(tx, change, { slug: asked.slug, plan, planners }, step)
    return { kind: 'done' }
  }
  const intent = {
    ...intentOf(asked, ACTIONS[step].action),
    stream,
    isPublic,
    ...(words ? { why: words } : {}),
  } as const
  return (await inChange(db, user, intent, work, { municipalityId: asked.municipalityId })).result
}

export type CommentEntry = {
  /** Names one pressing of the button: sent twice, it is said once. */
  once: string
  words: string
  /** Task that it is about; null for the plan as a whole. */
  itemId: string | null
}

/** Says something about a plan or one of its tasks, for the department. @throws Refused (403) without the right */
export async function commentOnPlan(
  db: Database,
  user: User,
  asked: AskedPlan,
  { once, words, itemId }: CommentEntry,
): Promise<Moved> {
  demand(user, 'strategy.alignment.edit', { municipalityId: asked.municipalityId })
  return say(db, user, asked, 'comment', (plan) => {
    const isThere = itemId === null || plan.items.some(({ id }) => id === itemId)
    return isThere ? { id: once, words, item_id: itemId, answers_id: null } : undefined
  })
}

/**
 * Answers a comment of the department; whoever writes the plan does.
 *
 * @throws Refused (403) without the right
 */
export async function answerComment(
  db: Database,
  user: User,
  asked: AskedPlan,
  { once, words, commentId }: { once: string; words: string; commentId: string },
): Promise<Moved> {
  const { seen } = await readSeen(db, user, asked)
  demand(user, writingOf(seen), placeOfPlan(seen))
  return say(db, user, asked, 'answer', (_, steps) => {
    const comment = steps.find(({ id, kind }) => id === commentId && kind === 'comment')
    return comment && { id: once, words, item_id: comment.itemId, answers_id: comment.id }
  })
}

type Steps = Awaited<ReturnType<typeof findSteps>> extends ReadonlyMap<string, infer Some> ? Some : never
type Said = { id: string; words: string; item_id: string | null; answers_id: string | null }

async function say(
  db: Database,
  user: User,
  asked: AskedPlan,
  kind: 'comment' | 'answer',
  sayAbout: (plan: PlanOfWork, steps: Steps) => Said | undefined,
): Promise<Moved> {
  const { seen, planners } = await readSeen(db, user, asked)
  const work = async (tx: DatabaseTransaction, change: Change): Promise<Moved> => {
    await holdPlan(tx, seen.id)
    const plan =
      (await findPlan(tx, asked.municipalityId, asked.key)) ?? refuse(404, 'platform.refused.absent')
    if (plan.state === 'withdrawn') return { kind: 'refused', why: 'strategy.alignment.refused.state' }
    const steps = (await findSteps(tx, asked.municipalityId, [plan.id])).get(plan.id) ?? []
    const said = sayAbout(plan, steps)
    if (!said) return { kind: 'refused', why: 'strategy.alignment.refused.gone' }
    if (steps.some(({ id }) => id === said.id)) return { kind: 'done' }
    const nothing = { submitted_by: null, agreed_on: null, agreed_by: null }
    await insertSteps(tx, [{ ...stepRow(plan, change, user), ...nothing, ...said, kind }], change.at)
    change.counts.added += 1
    await tellOfStep(tx, change, { slug: asked.slug, plan, planners }, kind)
    return { kind: 'done' }
  }
  const intent = intentOf(asked, SAYING[kind].action)
  return (await inChange(db, user, intent, work, { municipalityId: asked.municipalityId })).result
}

async function readSeen(
  db: Database,
  user: User,
  { municipalityId, key }: AskedPlan,
): Promise<{ seen: PlanOfWork; planners: Planners }> {
  const seen = await readAs(db, user, (tx) => findPlan(tx, municipalityId, key), { municipalityId })
  return {
    seen: seen ?? refuse(404, 'platform.refused.absent'),
    planners: await readPlanners(db, municipalityId),
  }
}

const stepRow = (plan: PlanOfWork, change: Change, user: User) => ({
  municipality_id: plan.municipalityId,
  plan_id: plan.id,
  institution_id: plan.owner?.id ?? null,
  item_id: null,
  answers_id: null,
  author: user.id,
  change_id: change.id,
})

/** What the journal says of work on a plan. */
export const intentOf = (
  { municipalityId, key }: Pick<AskedPlan, 'municipalityId' | 'key'>,
  action: string,
) =>
  ({
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action,
    subject: key,
    isPublic: false,
    at: new Date(),
  }) as const satisfies Intent

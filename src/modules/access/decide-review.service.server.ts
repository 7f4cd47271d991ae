import { finishTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findAbleToStay, findEnding } from '#platform/rights/end-grant.server.ts'
import { findGivenGrants } from '#platform/rights/grant-store.server.ts'
import { type GrantProblem, reviseGrants } from '#platform/rights/grants.server.ts'
import { placeOf } from '#platform/rights/place-of.server.ts'
import { demand, type User } from '#platform/users.ts'
import { beginChange, finishChange, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import {
  administratorsOf,
  ITEM,
  REVIEW,
  readReview,
  TASK,
  theReviewer,
  WRITTEN,
} from './review.service.server.ts'
import { isDecided, type ReviewItem } from './review.ts'
import { lockReview } from './review-store.server.ts'

/** What is decided of one right. */
export type Decision = {
  municipalityId: string
  itemId: string
  decision: 'keep' | 'end'
  reason: string | undefined
  /** The item's revision as whoever decides saw it. */
  revision: number
}

export type DecisionProblem = GrantProblem | { problem: 'access.review.reason' }

/**
 * Decides of a right under review. Ending it needs a reason; of one's own right somebody else decides, where there is
 * another administrator. The review is done, and everybody's task with it, when all is decided.
 */
export async function decideReviewItem(
  db: Database,
  user: User,
  decision: Decision,
): Promise<{ isDone: boolean } | DecisionProblem> {
  const { municipalityId, reason } = decision
  demand(user, 'platform.grant.edit', placeOf(municipalityId))
  const seen = await readAs(db, user, (tx) => findItem(tx, user, decision))
  if ('problem' in seen) return seen
  const { item, isLast } = seen
  const able = await findAbleToStay(db, user, { municipalityId }, item.grant)
  const reviewer = { ...user, grants: [...user.grants, ...theReviewer(municipalityId).grants] }
  const what = {
    ...WRITTEN,
    origin: 'form',
    municipalityId,
    subject: item.grant.accountId,
    at: new Date(),
  } as const
  const why = reason ? { why: reason } : {}
  const intent = { ...what, ...why, action: isLast ? 'review.done' : 'review.decided' }
  const { result } = await inChange(db, reviewer, intent, async (tx, change) => {
    const now = await findItem(tx, user, decision, true)
    if ('problem' in now) return now
    // Others have decided of the rest meanwhile; the journal is to say that the review is done.
    if (now.isLast !== isLast) return 'again' as const
    if (decision.decision === 'end') {
      const ending = {
        municipalityId,
        id: item.grant.id,
        on: municipalDay(),
        revision: now.item.grant.revision,
      }
      const ended = await findEnding(tx, ending, able)
      if ('problem' in ended) return ended
      const end = await beginChange(tx, user, { ...what, ...why, action: 'grant.ended' })
      await reviseGrants(tx, end, ended)
      await finishChange(tx, end)
    }
    const decided = { decision: decision.decision, reason: reason ?? null, decided_by: user.id }
    await revise(tx, change, ITEM, [
      {
        id: item.id,
        review_id: now.review.id,
        grant_id: item.grant.id,
        ...decided,
        decided_on: municipalDay(),
      },
    ])
    if (isLast) {
      const { id, half, begun_on } = now.review
      await revise(tx, change, REVIEW, [{ id, half, begun_on, done_on: municipalDay() }])
      await finishTasks(tx, change, municipalityId, TASK)
    }
    return { isDone: isLast }
  })
  return result === 'again' ? decideReviewItem(db, user, decision) : result
}

type Found = {
  review: { id: string; half: string; begun_on: string }
  item: ReviewItem
  /** Of all the others it is decided. */
  isLast: boolean
}

/**
 * The right to be decided of, or why the user cannot decide of it like this.
 *
 * @param isLocked whether nobody else decides in this review until the transaction ends
 */
async function findItem(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, itemId, decision, reason, revision }: Decision,
  isLocked = false,
): Promise<Found | DecisionProblem> {
  const today = municipalDay()
  if (isLocked) await lockReview(tx, municipalityId)
  const found = await readReview(tx, municipalityId)
  const item = found?.items.find(({ id }) => id === itemId)
  if (!found || !item || isDecided(item, today)) return { problem: 'platform.grant.over' }
  if (item.revision !== revision) return { problem: 'platform.grant.meanwhile' }
  if (decision === 'end' && !reason) return { problem: 'access.review.reason' }
  const grants = await findGivenGrants(tx, municipalityId, today)
  const isOwn = item.grant.accountId === user.id
  if (isOwn && administratorsOf(grants, today).some((one) => one !== user.id))
    return { problem: 'platform.grant.self' }
  const others = found.items.filter(({ id }) => id !== itemId)
  return { review: found.review, item, isLast: others.every((one) => isDecided(one, today)) }
}

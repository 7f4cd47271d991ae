import { v7 as uuidv7 } from 'uuid'
import { findMunicipalityNames } from '#modules/registry.server'
import { addTask } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { findGivenGrant, findGivenGrants, type GivenGrant } from '#platform/rights/grant-store.server.ts'
import { scopeOf } from '#platform/rights/place-of.server.ts'
import { THE_PUBLIC, theProgram, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { ReviewItem } from './review.ts'
import { DAYS_TO_REVIEW, reviewDueOn } from './review-day.ts'
import { reviewPlaces } from './review-place.server.ts'
import { findNewestReview, findReviewItems } from './review-store.server.ts'
import lv from './texts/lv.json' with { type: 'json' }

export const REVIEW = { table: 'access.review', key: ['half'], hasId: true } as const
export const ITEM = { table: 'access.review_item', key: ['id'], hasId: true } as const
export const TASK = 'access.review'
export const WRITTEN = { stream: 'grants', isPublic: false } as const

/**
 * Begins the review of all given rights where one is due: in March and in September, in each municipality that has an
 * administrator, and of rights over the country where that has one. Each of them gets one task; doing it again does
 * nothing.
 *
 * @returns how many municipalities began one, the country counted as one
 */
export async function startGrantReview(db: Database, at: Date): Promise<number> {
  const today = municipalDay(at)
  const half = reviewDueOn(today)
  if (half === undefined) return 0
  const municipalities = await readAs(db, THE_PUBLIC, findMunicipalityNames)
  let begun = 0
  for (const { id, address } of reviewPlaces(municipalities))
    if (await beginReview(db, { municipalityId: id, address, half, today, at })) begun += 1
  return begun
}

type Begin = { municipalityId: string; address: string; half: string; today: string; at: Date }

async function beginReview(
  db: Database,
  { municipalityId, address, half, today, at }: Begin,
): Promise<boolean> {
  const user = theReviewer(municipalityId)
  const { newest, grants } = await readAs(db, user, async (tx) => ({
    newest: await findNewestReview(tx, municipalityId),
    grants: await findGivenGrants(tx, municipalityId, today),
  }))
  const administrators = administratorsOf(grants, today)
  if (administrators.length === 0 || (newest && newest.half >= half)) return false
  const intent = { ...WRITTEN, origin: 'computation', action: 'review.begun', subject: half } as const
  try {
    const { result } = await inChange(db, user, { ...intent, municipalityId, at }, async (tx, change) => {
      const id = uuidv7()
      const ids = await revise(tx, change, REVIEW, [{ id, half, begun_on: today, done_on: null }])
      // Another process has begun it since it was looked for.
      if (ids.get(half) !== id) return false
      const nobody = { decision: null, reason: null, decided_by: null, decided_on: null }
      const reviewed = grants.filter(({ delegatedFrom }) => delegatedFrom === undefined)
      const items = reviewed.map((grant) => ({ id: uuidv7(), review_id: id, grant_id: grant.id, ...nobody }))
      await revise(tx, change, ITEM, items)
      for (const accountId of administrators) {
        await addTask(tx, change, {
          municipalityId,
          accountId,
          kind: TASK,
          subject: lv['access.review.task'],
          address,
          dueOn: addDays(today, DAYS_TO_REVIEW),
        })
      }
      return true
    })
    return result
  } catch (error) {
    // Another process has begun the same review in this very moment.
    if ((error as { code?: string }).code === '23505') return false
    throw error
  }
}

/** Who administers in their own right on a day. */
export const administratorsOf = (grants: readonly GivenGrant[], today: string): string[] => [
  ...new Set(
    grants
      .filter(
        ({ role, delegatedFrom, validFrom }) =>
          role === 'administrator' && !delegatedFrom && validFrom <= today,
      )
      .map(({ accountId }) => accountId),
  ),
]

/** The rights under the newest review of a municipality or of the country; undefined before the first. */
export async function readReview(tx: DatabaseTransaction, municipalityId: string) {
  const review = await findNewestReview(tx, municipalityId)
  if (!review) return undefined
  const rows = await findReviewItems(tx, municipalityId, review.id)
  const items: ReviewItem[] = []
  for (const row of rows) {
    const grant = await findGivenGrant(tx, municipalityId, row.grant_id)
    const { id, decision, reason, decided_by, revision } = row
    if (grant) items.push({ id, grant, decision, reason, decidedBy: decided_by, revision })
  }
  return { review, items }
}

/** Begins reviews, and gives and finishes their tasks, in the program's own name. */
export const theReviewer = (municipalityId: string): User =>
  theProgram([
    {
      capabilities: ['platform.grant.read', 'platform.grant.edit', 'work.task.read', 'work.task.edit'],
      scope: scopeOf(municipalityId),
    },
  ])

import type { Db } from '#platform/database/types.server.ts'
import type { AccessTables } from './tables.server.ts'

type Own = Db<AccessTables>

/** The newest review of a municipality; undefined before the first. */
export function findNewestReview(db: Own, municipalityId: string) {
  return db
    .selectFrom('access.review')
    .select(['id', 'half', 'begun_on', 'done_on', 'revision'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('half', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Lets one decision after another into a municipality's reviews, until the transaction ends. */
export async function lockReview(db: Own, municipalityId: string): Promise<void> {
  await db
    .selectFrom('access.review')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What was decided of each right under review. */
export function findReviewItems(db: Own, municipalityId: string, reviewId: string) {
  return db
    .selectFrom('access.review_item')
    .select(['id', 'review_id', 'grant_id', 'decision', 'reason', 'decided_by', 'decided_on', 'revision'])
    .where('municipality_id', '=', municipalityId)
    .where('review_id', '=', reviewId)
    .orderBy('id')
    .execute()
}

import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { ableToEndLent } from '#platform/rights/delegate.server.ts'
import { demand, type User } from '#platform/users.ts'
import { endCharges, endPosts } from './end-rows.server.ts'
import { endGivenWithLastPost } from './leave.server.ts'
import { findPost } from './move-store.server.ts'
import { inPeopleChange, type Keeper } from './service.server.ts'
import { findAssignment } from './store.server.ts'

/**
 * Ends a charge, and with it the rights that follow, also those of whoever stands in.
 *
 * @param on first day on which it no longer holds, `YYYY-MM-DD`
 * @returns false when there is no such charge, or it has ended before
 */
export async function endAssignment(db: Database, user: User, keeper: Keeper, id: string, on: string) {
  const row = await readAs(db, user, (tx) => findAssignment(tx, keeper.municipalityId, id))
  if (!row || row.institution_id !== keeper.institutionId) return false
  if (row.valid_to !== null && row.valid_to <= on) return false
  const what = { action: 'assignment.ended', subject: row.holder_id }
  demand(user, 'people.edit', keeper)
  await inPeopleChange(db, ableToEndLent(user, keeper.municipalityId), keeper, what, (tx, change) =>
    endCharges(tx, change, [row], on),
  )
  return true
}

/**
 * Ends a post, and with it the rights that follow, also those of whoever stands in. With somebody's last post at an
 * institution goes what they were given over it.
 *
 * @param on first day on which it no longer holds, `YYYY-MM-DD`
 * @returns false when there is no such post, or it has ended before
 */
export async function endPost(db: Database, user: User, keeper: Keeper, id: string, on: string) {
  const row = await readAs(db, user, (tx) => findPost(tx, keeper.municipalityId, id))
  if (!row || row.institution_id !== keeper.institutionId) return false
  if (row.valid_to !== null && row.valid_to <= on) return false
  const what = { action: 'post.ended', subject: row.person_id }
  demand(user, 'people.edit', keeper)
  await inPeopleChange(db, ableToEndLent(user, keeper.municipalityId), keeper, what, async (tx, change) => {
    await endPosts(tx, change, [row], on)
    const { person_id: personId, account_id: accountId, institution_id: institutionId } = row
    await endGivenWithLastPost(tx, change, { personId, accountId, institutionId, on })
  })
  return true
}

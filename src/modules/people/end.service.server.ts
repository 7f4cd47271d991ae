import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { revise } from '#platform/write/revise.server.ts'
import { inPeopleChange, type Keeper } from './service.server.ts'
import { findAssignment } from './store.server.ts'

/**
 * Ends a charge, and with it the rights that follow.
 *
 * @param on first day on which it no longer holds, `YYYY-MM-DD`
 * @returns false when there is no such charge, or it has ended before
 */
export async function endAssignment(db: Database, user: User, keeper: Keeper, id: string, on: string) {
  const row = await readAs(db, user, (tx) => findAssignment(tx, keeper.municipalityId, id))
  if (!row || row.institution_id !== keeper.institutionId) return false
  if (row.valid_to !== null && row.valid_to <= on) return false
  const ended = { ...row, valid_to: on > row.valid_from ? on : row.valid_from }
  const what = { action: 'assignment.ended', subject: row.holder_id }
  await inPeopleChange(db, user, keeper, what, (tx, change) =>
    revise(tx, change, { table: 'people.assignment', key: ['id'], hasId: true }, [ended]),
  )
  return true
}

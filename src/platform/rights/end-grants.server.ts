import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import type { User } from '../users.ts'
import { municipalDay } from './day.ts'
import { endGrantOn } from './end-grant.server.ts'

/**
 * Ends every role that an account which has ended was given in a municipality, that of its last administrator too, and
 * everything it has lent there, from posts and charges as well: nobody stands in for somebody who has left.
 */
export async function endGrantsOf(db: Database, user: User, municipalityId: string, accountId: string) {
  const rows = await readAs(db, user, (tx) =>
    tx
      .selectFrom('platform.role_grant')
      .select('id')
      .where('municipality_id', '=', municipalityId)
      .where((row) => row.or([row('account_id', '=', accountId), row('delegated_from', '=', accountId)]))
      .orderBy('id')
      .execute(),
  )
  const ending = { municipalityId, on: municipalDay(), isAccountOver: true }
  for (const { id } of rows) await endGrantOn(db, user, { ...ending, id })
}

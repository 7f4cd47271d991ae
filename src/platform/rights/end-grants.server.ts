import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import type { User } from '../users.ts'
import { endGrant } from './grants.server.ts'

/** Ends every role that an account was given in a municipality. */
export async function endGrantsOf(db: Database, user: User, municipalityId: string, accountId: string) {
  const rows = await readAs(db, user, (tx) =>
    tx
      .selectFrom('platform.role_grant')
      .select('id')
      .where('municipality_id', '=', municipalityId)
      .where('account_id', '=', accountId)
      .execute(),
  )
  for (const { id } of rows) await endGrant(db, user, municipalityId, id)
}

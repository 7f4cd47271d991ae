import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { operator } from '../users.ts'
import { bundleOf, type Capability } from './capabilities.ts'
import { municipalDay } from './day.ts'
import './grants.server.ts'
import { ROLES, type Role } from './roles.ts'

/**
 * Accounts that were given a role by which they may do something in a municipality, or in the whole country under its
 * id, today. Asked by the process itself,
 * so that whoever needs somebody else can be told whom, without seeing everybody's rights.
 */
export async function findAccountsWith(
  db: Database,
  municipalityId: string,
  capability: Capability,
): Promise<string[]> {
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => bundleOf(role).includes(capability))
  const today = municipalDay()
  const rows = await readAs(db, operator(municipalityId), (tx) =>
    tx
      .selectFrom('platform.role_grant')
      .select('account_id')
      .distinct()
      .where('municipality_id', '=', municipalityId)
      .where('scope_kind', 'in', ['municipality', 'country'])
      .where('role', 'in', roles)
      .where('valid_from', '<=', today)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', today)]))
      .orderBy('account_id')
      .execute(),
  )
  return rows.map(({ account_id }) => account_id)
}

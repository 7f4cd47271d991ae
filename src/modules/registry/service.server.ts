import { recordAudit } from '#platform/audit.server.ts'
import { COUNTRY, raiseDataVersion } from '#platform/data-version.server.ts'
import { writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import type { RegistryRows } from './sheets.ts'
import { saveRegistry } from './store.server.ts'

/** Loads the national registers. Returns how many rows were new or differed. */
export async function importRegistry(db: Database, user: User, rows: RegistryRows, at: Date) {
  demand(user, 'write', 'country')
  const withCountry = { ...user, grants: [...user.grants, { permission: 'write', scope: COUNTRY } as const] }
  return writeAs(db, withCountry, async (tx) => {
    const changed = await saveRegistry(tx, rows)
    if (changed === 0) return 0
    await raiseDataVersion(tx, COUNTRY, at)
    await recordAudit(tx, {
      municipalityId: COUNTRY,
      at,
      actor: user.id,
      action: 'registry.imported',
      subject: 'registry',
      detail: { rows: changed },
    })
    return changed
  })
}

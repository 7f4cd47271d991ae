import type { Db } from '#platform/database/types.server.ts'
import type { RegistryTables } from './store.server.ts'

/** Public holidays of the country that are known, `YYYY-MM-DD`. One statement. */
export async function findPublicHolidays(db: Db<RegistryTables>): Promise<Set<string>> {
  const rows = await db.selectFrom('registry.public_holiday').select('day').execute()
  return new Set(rows.map(({ day }) => day))
}

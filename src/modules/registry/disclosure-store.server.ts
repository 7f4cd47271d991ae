import type { Db } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { type DisclosureRules, rulesOn } from './disclosure-rule.ts'
import type { RegistryTables } from './store.server.ts'

/** The rules of disclosure control that hold on a day, today unless told otherwise. One statement. */
export async function findDisclosureRules(
  db: Db<RegistryTables>,
  day: string = municipalDay(),
): Promise<DisclosureRules> {
  const rows = await db
    .selectFrom('registry.disclosure_rule')
    .select(['what', 'valid_from', 'least_people', 'least_count', 'zeros'])
    .execute()
  const rules = rows.map((row) => ({
    what: row.what,
    validFrom: row.valid_from,
    leastPeople: row.least_people,
    leastCount: row.least_count,
    zeros: row.zeros,
  }))
  return rulesOn(rules, day)
}

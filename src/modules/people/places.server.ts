import { type Institution, institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { may, type User } from '#platform/users.ts'

/** An institution as pages about people name it. */
export type PlaceName = { id: string; name: LocalText; mayEdit: boolean }

/** Every institution of a municipality by what it is called today, and whether the reader keeps its people. */
export async function findPlaceNames(
  tx: DatabaseTransaction,
  user: User,
  municipalityId: string,
): Promise<PlaceName[]> {
  const today = municipalDay()
  const collator = new Intl.Collator('lv')
  const named = (await findInstitutions(tx, municipalityId)).map((institution: Institution) => ({
    id: institution.id,
    name: institutionNear(institution, today).name,
    mayEdit: may(user, 'people.edit', { municipalityId, institutionId: institution.id }),
  }))
  return named.sort((a, b) => collator.compare(a.name.lv, b.name.lv))
}

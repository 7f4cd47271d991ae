import { findMunicipalityNames } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Language } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { readAnswering } from './answering.server.ts'
import { addYears } from './occasions.ts'
import { readDuties } from './read-duties.server.ts'
import { subjectOf } from './remind.server.ts'
import { wantedBy } from './wanted.ts'

type Asked = { municipalityId: string; accountId: string; language: Language }

/** Days of duties that an account answers for in a municipality: missed ones, and those of the coming year. */
export async function readDutyDays(
  db: Database,
  { municipalityId, accountId, language }: Asked,
  now = new Date(),
) {
  const today = municipalDay(now)
  const answering = await readAnswering(db, municipalityId, today)
  const wanted = await readAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const slug = (await findMunicipalityNames(tx)).get(municipalityId) ?? ''
      const times = await readDuties(tx, municipalityId, today)
      return wantedBy(times, answering, { slug, today, until: addYears(today, 1) })
    },
    { municipalityId },
  )
  return wanted
    .filter((one) => one.accountId === accountId)
    .map((one) => ({
      id: `${municipalityId}-${one.address.split('/').slice(4).join('-')}`,
      subject: subjectOf(one, language),
      address: one.address,
      dueOn: one.dueOn,
    }))
}

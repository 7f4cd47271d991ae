import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import type { LetterOfTask, MoreInLetter } from '../task-letters.ts'
import { readAnswering } from './answering.server.ts'
import { readDuties } from './read-duties.server.ts'
import { nearUntil, wantedBy } from './wanted.ts'

/**
 * Looks once more, as a letter about a duty is written, whether it is still to be done and still by whoever gets it.
 *
 * @returns undefined where it is not: then the letter is not sent
 */
export async function dutyLetter(
  db: Database,
  { municipalityId, accountId, address }: LetterOfTask,
  now = new Date(),
): Promise<MoreInLetter | undefined> {
  const today = municipalDay(now)
  const answering = await readAnswering(db, municipalityId, today)
  const wanted = await readAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const slugs = await findMunicipalitySlugs(tx)
      const slug = [...slugs].find(([, id]) => id === municipalityId)?.[0]
      if (slug === undefined) return []
      const times = await readDuties(tx, municipalityId, today)
      return wantedBy(times, answering, { slug, today, until: nearUntil(today) })
    },
    { municipalityId },
  )
  const isWanted = wanted.some((one) => one.accountId === accountId && one.address === address)
  return isWanted ? { links: [] } : undefined
}

import type { LetterOfTask, MoreInLetter } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { readRoundAddress } from './addresses.ts'
import { makeLink } from './links.service.server.ts'
import { ownText } from './own-text.ts'
import { readPeople, roundReader } from './people.server.ts'
import { takesReports } from './round.ts'
import { findAsked, findRound } from './rounds-store.server.ts'
import { whoIsAsked } from './who-is-asked.ts'

/**
 * Looks once more whether a round still waits for somebody as a letter about it is written, and gives the one link by
 * which they report on just their actions. @returns undefined where they have answered meanwhile, or are asked no more
 */
export async function roundLetter(
  db: Database,
  { municipalityId, accountId, address, language }: LetterOfTask,
): Promise<MoreInLetter | undefined> {
  const key = readRoundAddress(address)
  if (key === undefined) return undefined
  const people = await readPeople(db, municipalityId)
  const today = municipalDay()
  const found = await readAs(
    db,
    roundReader(municipalityId),
    async (tx) => {
      const round = await findRound(tx, municipalityId, key)
      return round && { round, asked: await findAsked(tx, municipalityId, round.id) }
    },
    { municipalityId },
  )
  if (!found || !takesReports(found.round, today)) return undefined
  const actions = whoIsAsked(found.round, found.asked, people, today).get(accountId)
  if (!actions) return undefined
  const link = await makeLink(db, operator(municipalityId), { municipalityId, round: found.round, accountId })
  const label = ownText('strategy.round.letter.link', { count: actions.length }, language)
  return { links: [{ label, address: link }], isInstead: true }
}

import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { currentGrants, may, type User } from '#platform/users.ts'
import { readRound } from './read-round.server.ts'
import { findRounds } from './rounds-store.server.ts'
import type { Standing } from './standing.ts'

/** What is told of each round that is under way, with how many of its actions. */
const TOLD: readonly { standing: Standing; label: TextKey }[] = [
  { standing: 'overdue', label: 'strategy.round.desk.overdue' },
  { standing: 'silent', label: 'strategy.round.desk.silent' },
  { standing: 'unasked', label: 'strategy.round.desk.unasked' },
  { standing: 'reported', label: 'strategy.round.desk.reported' },
]

/** For so long after it has closed, what waits to be decided on is told of. */
const TOLD_FOR_MS = 90 * 24 * 60 * 60 * 1000

/** Of each round of a department's own municipality: who is late, for what nobody answers, what waits to be decided on. */
export async function roundsOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const now = new Date()
  const homes = new Set(
    currentGrants(user).flatMap(({ scope }) => (scope.kind === 'municipality' ? scope.municipalityId : [])),
  )
  const parts: DeskPart[] = []
  for (const municipalityId of homes) {
    if (!may(user, 'strategy.round.edit', { municipalityId })) continue
    const rounds = (await findRounds(tx, municipalityId)).filter(
      ({ state, closedAt }) =>
        state === 'open' || (closedAt !== null && now.getTime() - closedAt.getTime() < TOLD_FOR_MS),
    )
    for (const { key } of rounds) {
      const read = await readRound(tx, municipalityId, key, now)
      if (!read) continue
      const { round, lines } = read
      const overdue = lines.filter((line) => line.isOverdue).length
      for (const { standing, ...told } of TOLD) {
        const count = lines.filter((one) => one.standing === standing).length
        if (count === 0 || (round.state === 'closed' && standing !== 'reported')) continue
        const address = `/statusa-kartas/${round.key}?stavoklis=${standing}`
        parts.push({ municipalityId, ...told, values: { count }, about: round.title, address })
      }
      if (overdue > 0 && round.state === 'open' && municipalDay(now) >= round.opensOn)
        parts.push({
          municipalityId,
          label: 'strategy.round.desk.planOverdue',
          values: { count: overdue },
          about: round.title,
          address: `/statusa-kartas/${round.key}?stavoklis=kavejas`,
        })
    }
  }
  return parts
}

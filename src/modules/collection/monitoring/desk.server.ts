import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { currentGrants, may, type User } from '#platform/users.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { phaseOf } from '../calls/phase.ts'
import type { Standing } from './completeness.ts'
import { readCompleteness } from './read-completeness.server.ts'

/** What is told of each call, with the institutions that it counts. */
const TOLD: readonly { standing: Standing; label: TextKey; isFailure?: true }[] = [
  { standing: 'failed', label: 'collection.desk.failed', isFailure: true },
  { standing: 'late', label: 'collection.desk.late' },
  { standing: 'waiting', label: 'collection.desk.waiting' },
]

/** For so long after its lock a call is told of. */
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Of each call of a department's own municipality that is under way: who could not hand in, who is late, what waits to be checked. */
export async function monitoringOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const now = new Date()
  const homes = new Set(
    currentGrants(user).flatMap(({ scope }) => (scope.kind === 'municipality' ? scope.municipalityId : [])),
  )
  const parts: DeskPart[] = []
  for (const municipalityId of homes) {
    if (!may(user, 'collection.call.edit', { municipalityId })) continue
    const calls = (await findCalls(tx, municipalityId)).filter(
      (call) =>
        ['open', 'late', 'locked'].includes(phaseOf(call, now)) &&
        now.getTime() - call.locksAt.getTime() < YEAR_MS,
    )
    const complete = await readCompleteness(tx, municipalityId, calls, now)
    for (const call of calls) {
      const by = complete.get(call.id)?.by
      const isLocked = phaseOf(call, now) === 'locked'
      for (const { standing, ...told } of TOLD) {
        const count = by?.[standing] ?? 0
        // Once it is locked, nothing comes in any more; what was handed in is still to be checked.
        if (count === 0 || (isLocked && standing !== 'waiting')) continue
        parts.push({
          municipalityId,
          ...told,
          values: { count },
          about: call.title,
          address: `/datu-vaksana/vaksana/${call.key}/uzraudziba?stavoklis=${standing}`,
        })
      }
    }
  }
  return parts
}

import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { noteMinutes } from '../burden/write-burden.server.ts'
import { findCallForm, findCalls } from '../calls/call-store.server.ts'
import { REASONS } from '../formulas/figure-words.ts'
import { findComputed, observe } from './observe.server.ts'
import { findSubmissionsOf } from './submission-store.server.ts'
import { keepSummaries, keepTotals } from './totals.server.ts'

/**
 * Works out from what was accepted everything that follows from it: figures, totals, how answers are spread, minutes.
 * While formulas and who is asked stay as they were it changes nothing.
 *
 * @returns how much was another than before
 */
export async function recompute(
  db: Database,
  user: User,
  municipalityId: string,
  callId: string,
): Promise<number> {
  demand(user, 'collection.accept', { municipalityId })
  const within = { municipalityId }
  const { call, form, computed } = await readAs(
    db,
    user,
    async (tx) => {
      const calls = await findCalls(tx, municipalityId)
      const found = calls.find(({ id }) => id === callId) ?? refuse(404, 'collection.notFound')
      const asks = await findCallForm(tx, municipalityId, callId)
      const keys = asks.elements.map(({ key }) => key)
      return { call: found, form: asks, computed: await findComputed(tx, municipalityId, keys) }
    },
    within,
  )
  const isFigures = computed.length > 0
  const { added, changed } = await inChange(
    db,
    user,
    {
      municipalityId,
      stream: isFigures ? 'figures' : 'collection',
      origin: 'submission',
      action: 'call.recomputed',
      subject: call.key,
      why: REASONS.recomputed,
      isPublic: computed.some(({ indicator }) => indicator.is_public),
      at: new Date(),
    },
    async (tx, change) => {
      await oneAtATime(tx, `collection ${callId}`)
      await observe(tx, change, { call, computed })
      await keepTotals(tx, change, { call, form })
      await keepSummaries(tx, change, { call, form })
      for (const { id, institutionId, state } of await findSubmissionsOf(tx, municipalityId, callId))
        if (state === 'accepted') await noteMinutes(tx, change, call, { id, institutionId })
    },
    within,
  )
  return added + changed
}

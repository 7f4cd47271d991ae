import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import {
  CALL_ELEMENTS,
  CALLS,
  callElementRow,
  callRow,
  SUBMISSIONS,
} from '../../src/modules/collection/calls/call-rows.ts'
import { findCall, findCallForm } from '../../src/modules/collection/calls/call-store.server.ts'
import type { Town } from './answered-calls.ts'

/** Opens a call that was prepared, as opening does: everybody reads it, and each school of the town is asked. */
export async function openPrepared(db: Database, town: Town, key: string): Promise<void> {
  const intent = {
    municipalityId: town.id,
    stream: 'figures',
    origin: 'form',
    action: 'tests.opened',
    subject: key,
    isPublic: true,
    at: new Date(),
  } as const
  await inChange(db, operator(town.id), intent, async (tx, change) => {
    const call = await findCall(tx, town.id, key)
    if (!call) throw new Error(`${key} was not prepared`)
    await revise(tx, change, CALLS, [callRow({ ...call, state: 'open' })])
    const { elements } = await findCallForm(tx, town.id, call.id)
    // A section makes rows differ from those of the draft, so that they are written as public ones.
    const section = { lv: 'Jautājumi', en: 'Questions' }
    const rows = elements.map((one) => callElementRow(call.id, { ...one, section }))
    await revise(tx, change, CALL_ELEMENTS, rows)
    const asked = { call_id: call.id, asked_on: '2026-11-30', extended_to: null, excused_reason: null }
    await revise(
      tx,
      change,
      SUBMISSIONS,
      town.schools.map(({ id }) => ({ ...asked, institution_id: id })),
    )
  })
}

import { v7 as uuidv7 } from 'uuid'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { instantOf, wallOf } from '#platform/moment.ts'
import { addDays } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { CALL_ELEMENTS, CALLS, callElementRow, callRow } from '../calls/call-rows.ts'
import { definitionOf, elementRow } from '../calls/element-rows.ts'
import { freeAddressKey } from '../calls/made-key.ts'
import { findCallKeys } from '../calls/prepared-store.server.ts'
import type { DataCall, Element } from '../model.ts'

/** What a short form says of a call; the rest follows. */
export type LightCall = Pick<
  DataCall,
  | 'kind'
  | 'title'
  | 'purpose'
  | 'legalBasis'
  | 'use'
  | 'audience'
  | 'responsibleId'
  | 'estimatedMinutes'
  | 'dueAt'
> & {
  /** Whether answers are still taken after the due date, marked as late. */
  takesLate: boolean
  /** What it asks; keys are told apart from those of other calls by the call's own. */
  asks: readonly (Omit<Element, 'id' | 'key'> & { key: string; isRequired: boolean })[]
}

/** So many days a list of works may still be handed in after its due date. */
const LATE_DAYS = 14
export const ELEMENTS = { table: 'collection.element', key: ['key'], hasId: true } as const

/**
 * Prepares a light call. It asks nobody yet: it is opened as every call is.
 *
 * @returns its key
 */
export async function draftLightCall(
  db: Database,
  user: User,
  municipalityId: string,
  { asks, takesLate, ...light }: LightCall,
  now = new Date(),
): Promise<string> {
  demand(user, 'collection.call.edit', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'form',
    action: 'call.added',
    subject: light.kind,
    isPublic: false,
    at: now,
  } as const
  const period = wallOf(light.dueAt).slice(0, 4)
  const work = async (...[tx, change]: Parameters<Parameters<typeof inChange<string>>[3]>) => {
    await oneAtATime(tx, `calls ${municipalityId}`)
    const key = freeAddressKey(`${light.title.lv} ${period}`, await findCallKeys(tx, municipalityId))
    const id = uuidv7()
    const locksAt = takesLate ? daysLater(light.dueAt, LATE_DAYS) : light.dueAt
    const rest = { id, key, state: 'draft', opensAt: now, locksAt, deputyId: null, templateId: null } as const
    await revise(tx, change, CALLS, [callRow({ ...light, ...rest, period })])
    const elements = asks.map(({ isRequired, ...asked }) => {
      const element = { ...asked, id: uuidv7(), key: `${key.replaceAll('-', '_')}_${asked.key}` }
      return { element, isRequired }
    })
    await revise(
      tx,
      change,
      ELEMENTS,
      elements.map(({ element }) => elementRow(element)),
    )
    const rows = elements.map(({ element, isRequired }, position) =>
      callElementRow(id, {
        ...definitionOf(element),
        elementId: element.id,
        position,
        section: null,
        isRequired,
        reuse: null,
      }),
    )
    await revise(tx, change, CALL_ELEMENTS, rows)
    return key
  }
  const { result } = await inChange(db, user, intent, work, { municipalityId })
  return result
}

/** The same time by clocks so many days later; an hour that clocks skip is the one after. */
function daysLater(at: Date, days: number): Date {
  const wall = wallOf(at)
  const later = instantOf(`${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`)
  return later instanceof Date ? later : new Date(at.getTime() + days * DAY_MS)
}
const DAY_MS = 24 * 60 * 60 * 1000

import { v7 as uuidv7 } from 'uuid'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { wallOf } from '#platform/moment.ts'
import { revise } from '#platform/write/revise.server.ts'
import { callEditAddress } from '../../addresses.ts'
import type { DataCall } from '../../model.ts'
import { CALLS, callRow } from '../call-rows.ts'
import { findCall } from '../call-store.server.ts'
import { freeAddressKey } from '../made-key.ts'
import { findCallKeys } from '../prepared-store.server.ts'
import { tellOfDates } from '../tell-of-dates.server.ts'
import { descriptionFields } from './description-fields.ts'
import { readDescription } from './read-description.ts'
import { asTypedLocal } from './typed.ts'

type About = { municipalityId: string; slug: string }

/** A new call: what it is for. What it asks, and whom, comes next. */
export async function makeNewCall(tx: DatabaseTransaction, { municipalityId, slug }: About): Promise<Edit> {
  let made = ''
  return {
    ...ofPlace(municipalityId),
    action: 'call.added',
    subject: 'call',
    stream: 'collection',
    isPublic: false,
    fields: descriptionFields({ isOpen: false, accounts: await accountOptions(tx, municipalityId) }),
    afterwards: () => callEditAddress(slug, made, 'elementi'),
    read: async () => ({ version: 0, values: {} }),
    write: async (writing, change, typed) => {
      const read = readDescription(typed)
      if ('complaints' in read) return read.complaints
      const { description } = read
      made = freeAddressKey(
        `${description.title.lv} ${description.period}`,
        await findCallKeys(writing, municipalityId),
      )
      const audience = { types: [], institutions: [], places: [] }
      const rest = { id: uuidv7(), key: made, kind: 'call', state: 'draft', templateId: null } as const
      await revise(writing, change, CALLS, [callRow({ ...rest, ...description, audience })])
      return undefined
    },
  }
}

/**
 * What a call is for and when it is due. Of an open call texts and dates may still change, with a reason that
 * everybody reads; whoever has to answer is told of other dates.
 */
export async function makeDescriptionEdit(
  tx: DatabaseTransaction,
  { municipalityId, slug }: About,
  call: DataCall,
): Promise<Edit> {
  const isOpen = call.state === 'open'
  return {
    ...ofPlace(municipalityId),
    action: isOpen ? 'call.changed' : 'call.edited',
    subject: call.key,
    stream: isOpen ? 'figures' : 'collection',
    isPublic: isOpen,
    fields: descriptionFields({ isOpen, accounts: await accountOptions(tx, municipalityId) }),
    read: async (reading) => {
      const now = await findCall(reading, municipalityId, call.key)
      return now && { version: now.version, values: asTypedDescription(now) }
    },
    write: async (writing, change, typed) => {
      const read = readDescription(typed, isOpen ? call.period : undefined)
      if ('complaints' in read) return read.complaints
      const next = { ...call, ...read.description }
      if (isOpen && next.dueAt.getTime() !== call.dueAt.getTime() && next.dueAt < new Date())
        return { due_at: [{ reason: 'collection.call.dueAt.past' }] }
      await revise(writing, change, CALLS, [callRow(next)])
      if (isOpen) await tellOfDates(writing, change, { slug, before: call, after: next })
      return undefined
    },
  }
}

const ofPlace = (municipalityId: string) => ({
  place: { municipalityId },
  capability: 'collection.call.edit' as const,
})

/** Accounts that work in the municipality, by name. */
async function accountOptions(tx: DatabaseTransaction, municipalityId: string): Promise<Option[]> {
  const holders = await findAccountHolders(tx, municipalityId)
  return holders
    .filter(({ endedOn, isAccepted }) => endedOn === null && isAccepted)
    .map(({ accountId, name }) => ({ value: accountId, label: { lv: name, en: name } }))
}

const asTypedDescription = (call: DataCall): Typed => ({
  ...asTypedLocal('title', call.title),
  ...asTypedLocal('purpose', call.purpose),
  ...asTypedLocal('legal_basis', call.legalBasis),
  ...asTypedLocal('use', call.use),
  period: call.period,
  opens_at: wallOf(call.opensAt),
  due_at: wallOf(call.dueAt),
  locks_at: wallOf(call.locksAt),
  responsible_id: call.responsibleId ?? '',
  deputy_id: call.deputyId ?? '',
  estimated_minutes: String(call.estimatedMinutes),
})

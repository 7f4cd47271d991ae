import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { plantAccounts } from '../../../tests/support/plant-account.ts'
import type { Database } from '../database/types.server.ts'
import { operator } from '../users.ts'
import { addDays, municipalDay } from './day.ts'
import { endGrantOn } from './end-grant.server.ts'
import { type GrantEntry, giveRole } from './grants.server.ts'

const day = (days: number) => addDays(municipalDay(), days)
const LAST = { problem: 'platform.grant.last' }

/** Administrators of a new town, by account: their days, and how far their accounts have come. */
async function openTown(db: Database) {
  const id = uuidv7()
  const user = operator(id)
  const scope = { kind: 'municipality', municipalityId: id } as const
  const appoint = async (
    accountId: string,
    days: Partial<GrantEntry> = {},
    state?: Parameters<typeof plantAccounts>[3],
  ) => {
    const own = `${accountId} ${id}`
    const always = { validFrom: '2020-01-01', validTo: null }
    const given = await giveRole(db, user, {
      accountId: own,
      role: 'administrator',
      scope,
      ...always,
      ...days,
    })
    if ('problem' in given) throw new Error(given.problem)
    await plantAccounts(db, id, [own], state)
    return given.id
  }
  const end = (grant: string, on = day(0)) => endGrantOn(db, user, { municipalityId: id, id: grant, on })
  return { appoint, end }
}

describe('the last administrator stays', () => {
  test('where the others end earlier, today or on a later day', async ({ db }) => {
    const { appoint, end } = await openTown(db)
    const [first, short] = [await appoint('first'), await appoint('short', { validTo: day(10) })]
    expect(await end(first)).toEqual(LAST)
    expect(await end(first, day(5))).toEqual(LAST)
    expect(await end(first, day(300))).toEqual(LAST)
    expect(await end(short)).toHaveProperty('ended')
  })

  test('where the others begin only later, unless there is no day between', async ({ db }) => {
    const { appoint, end } = await openTown(db)
    const first = await appoint('first')
    await appoint('next', { validFrom: day(10) })
    expect(await end(first, day(9))).toEqual(LAST)
    expect(await end(first, day(10))).toHaveProperty('ended')
  })

  test('where the account of the other has ended or was never accepted', async ({ db }) => {
    const { appoint, end } = await openTown(db)
    const first = await appoint('first')
    await appoint('gone', {}, 'ended')
    await appoint('invited', {}, 'invited')
    expect(await end(first)).toEqual(LAST)
    await appoint('second')
    expect(await end(first)).toHaveProperty('ended')
  })

  test('and one whose days are all covered by others goes', async ({ db }) => {
    const { appoint, end } = await openTown(db)
    const short = await appoint('short', { validTo: day(20) })
    await appoint('half', { validTo: day(10) })
    expect(await end(short)).toEqual(LAST)
    await appoint('rest', { validFrom: day(10), validTo: day(20) })
    expect(await end(short)).toHaveProperty('ended')
  })
})

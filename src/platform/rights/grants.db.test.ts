import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { plantAccounts } from '../../../tests/support/plant-account.ts'
import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { may, operator, type User } from '../users.ts'
import { addDays, municipalDay } from './day.ts'
import { delegate, type Lendable } from './delegate.server.ts'
import { endGrant, endGrantOn } from './end-grant.server.ts'
import { findGrants } from './grant-store.server.ts'
import { findUser, type GrantEntry, giveRole } from './grants.server.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const SCHOOL = '00000000-0000-7000-8000-000000000011'
const OTHER_TOWN = '00000000-0000-7000-8000-000000000002'
const inTown = { kind: 'municipality', municipalityId: TOWN } as const

const administrator: User = {
  id: 'administrator',
  kind: 'member',
  grants: [{ role: 'administrator', scope: inTown }],
}
const always = { validFrom: '2020-01-01', validTo: null }

describe('a role', () => {
  test('is given, held, and ended the same day', async ({ db }) => {
    const given = await giveRole(db, administrator, {
      accountId: 'anna',
      role: 'educationHead',
      scope: inTown,
      ...always,
    })
    if (!('id' in given)) throw new Error(given.problem)
    const anna = await findUser(db, 'anna')
    expect(anna).toEqual({
      id: 'anna',
      kind: 'member',
      grants: [{ role: 'educationHead', scope: inTown, validFrom: '2020-01-01', validTo: null }],
    })
    expect(may(anna, 'strategy.edit', { municipalityId: TOWN })).toBe(true)
    expect(await endGrant(db, administrator, TOWN, given.id)).toBe(true)
    expect(may(await findUser(db, 'anna'), 'strategy.edit', { municipalityId: TOWN })).toBe(false)
    expect(await endGrant(db, administrator, TOWN, given.id)).toBe(false)
  })

  test('that was to begin later or today never holds once it is ended', async ({ db }) => {
    for (const validFrom of [municipalDay(), '2999-01-01']) {
      const entry = {
        accountId: `ended ${validFrom}`,
        role: 'teacher',
        scope: { ...inTown, kind: 'institution', id: SCHOOL },
      } as const
      const given = await giveRole(db, administrator, { ...entry, validFrom, validTo: null })
      if (!('id' in given)) throw new Error(given.problem)
      expect(await endGrant(db, administrator, TOWN, given.id)).toBe(true)
      const { grants } = await findUser(db, entry.accountId)
      expect(grants).toMatchObject([{ validFrom, validTo: validFrom }])
    }
  })

  test('is given only over scopes in which one can hold it, for days that there are', async ({ db }) => {
    const entry = { accountId: 'berta', ...always }
    expect(await giveRole(db, administrator, { ...entry, role: 'pupil', scope: inTown })).toEqual({
      problem: 'platform.grant.scope',
    })
    const backwards = { role: 'councilMember', scope: inTown, validTo: '2019-12-31' } as const
    expect(await giveRole(db, administrator, { ...entry, ...backwards })).toEqual({
      problem: 'platform.grant.dates',
    })
    expect((await findUser(db, 'berta')).grants).toEqual([])
  })

  test('is given by nobody who may not, and nowhere else', async ({ db }) => {
    const entry = { accountId: 'cilda', role: 'councilMember', ...always } as const
    const head: User = { ...administrator, grants: [{ role: 'educationHead', scope: inTown }] }
    await expect(giveRole(db, head, { ...entry, scope: inTown })).rejects.toBeDefined()
    const elsewhere = { kind: 'municipality', municipalityId: OTHER_TOWN } as const
    await expect(giveRole(db, administrator, { ...entry, scope: elsewhere })).rejects.toBeDefined()
    const country = { role: 'ministryReader', scope: { kind: 'country' } } as const
    await expect(giveRole(db, administrator, { ...entry, ...country })).rejects.toBeDefined()
    expect(await giveRole(db, operator(), { ...entry, ...country })).toHaveProperty('id')
    expect((await findUser(db, 'cilda')).grants).toMatchObject([
      { role: 'ministryReader', scope: { kind: 'country' } },
    ])
  })

  test('is seen by its holder and by those who may, and by nobody else', async ({ db }) => {
    await giveRole(db, administrator, { accountId: 'dace', role: 'researcher', scope: inTown, ...always })
    const seen = async (user: User) => (await readAs(db, user, (tx) => findGrants(tx, 'dace'))).length
    expect(await seen({ id: 'dace', kind: 'member', grants: [] })).toBe(1)
    expect(await seen(administrator)).toBe(1)
    expect(
      await seen({ id: 'emma', kind: 'member', grants: [{ role: 'councilMember', scope: inTown }] }),
    ).toBe(0)
  })
})

describe('rights are kept apart from whoever gives them', () => {
  const CITY = '00000000-0000-7000-8000-000000000003'
  const inCity = { kind: 'municipality', municipalityId: CITY } as const
  const ruler = (id: string): User => ({
    id,
    kind: 'member',
    grants: [{ role: 'administrator', scope: inCity }],
  })
  const day = (days: number) => addDays(municipalDay(), days)
  const give = async (db: Database, entry: Partial<GrantEntry>, by = ruler('first')) => {
    const given = await giveRole(db, by, {
      accountId: 'x',
      role: 'educationHead',
      scope: inCity,
      ...always,
      ...entry,
    })
    if ('problem' in given) throw new Error(given.problem)
    return given.id
  }

  test('nobody gives themselves a right, nor the same right to somebody twice', async ({ db }) => {
    const entry = { role: 'educationHead', scope: inCity, ...always } as const
    expect(await giveRole(db, ruler('anna'), { ...entry, accountId: 'anna' })).toEqual({
      problem: 'platform.grant.self',
    })
    await give(db, { accountId: 'zane' })
    expect(await giveRole(db, ruler('anna'), { ...entry, accountId: 'zane' })).toEqual({
      problem: 'platform.grant.held',
    })
  })

  test('the last administrator stays, also when two end each other at once', async ({ db }) => {
    await plantAccounts(db, CITY, ['one', 'two'])
    const [one, two] = [
      await give(db, { accountId: 'one', role: 'administrator' }),
      await give(db, { accountId: 'two', role: 'administrator' }),
    ]
    const end = (by: string, id: string) =>
      endGrantOn(db, ruler(by), { municipalityId: CITY, id, on: municipalDay() })
    const outcomes = await Promise.all([end('one', two), end('two', one)])
    expect(outcomes.filter((outcome) => 'ended' in outcome)).toHaveLength(1)
    expect(outcomes).toContainEqual({ problem: 'platform.grant.last' })
  })

  test('what somebody else has changed meanwhile is not ended unseen', async ({ db }) => {
    const id = await give(db, { accountId: 'seen' })
    const ending = { municipalityId: CITY, id, on: day(3), revision: 1 }
    expect(await endGrantOn(db, ruler('first'), ending)).toMatchObject({ ended: { validTo: day(3) } })
    expect(await endGrantOn(db, ruler('second'), { ...ending, on: day(1) })).toEqual({
      problem: 'platform.grant.meanwhile',
    })
  })

  test('of several who end or give the same at once one does, and the others are told', async ({ db }) => {
    const given = await Promise.all(
      ['a', 'b', 'c'].map((by) =>
        giveRole(db, ruler(by), { accountId: 'once', role: 'educationHead', scope: inCity, ...always }),
      ),
    )
    const [id] = given.flatMap((one) => ('id' in one ? [one.id] : []))
    expect(given.filter((one) => 'problem' in one)).toEqual([
      { problem: 'platform.grant.held' },
      { problem: 'platform.grant.held' },
    ])
    const ending = { municipalityId: CITY, id: id ?? '', revision: 1 }
    const ended = await Promise.all(
      [1, 1, 2, 3].map((days) => endGrantOn(db, ruler(`by ${days}`), { ...ending, on: day(days) })),
    )
    expect(ended.filter((one) => 'ended' in one)).toHaveLength(1)
    expect(
      ended.filter((one) => 'problem' in one && one.problem === 'platform.grant.meanwhile'),
    ).toHaveLength(3)
  })

  test('a right that ends is lent no longer than it holds, and to the same deputy once', async ({ db }) => {
    await plantAccounts(db, CITY, ['stays'])
    await give(db, { accountId: 'stays', role: 'administrator' })
    const id = await give(db, { accountId: 'leaver', role: 'administrator' })
    const leaver = await findUser(db, 'leaver')
    const seen = [{ ...leaver.grants[0], id }] as Lendable[]
    await endGrantOn(db, ruler('first'), { municipalityId: CITY, id, on: day(4) })
    const lending = { municipalityId: CITY, lender: 'leaver', deputy: 'standIn', from: day(0), to: day(9) }
    const lent = await Promise.all([1, 2, 3].map(() => delegate(db, leaver, lending, seen)))
    expect(lent.filter((one) => 'lent' in one)).toHaveLength(1)
    expect(lent).toContainEqual({ problem: 'platform.grant.lent' })
    expect((await findUser(db, 'standIn')).grants).toMatchObject([{ validTo: day(4) }])
    expect(await delegate(db, leaver, { ...lending, from: day(3) }, seen)).toEqual({
      problem: 'platform.grant.lent',
    })
    expect(await delegate(db, leaver, { ...lending, deputy: 'another' }, seen)).toEqual({ lent: 1 })
  })

  test('a deputy has the rights for the days, lends and appoints nobody, and ends with the lender', async ({
    db,
  }) => {
    await plantAccounts(db, CITY, ['other'])
    const id = await give(db, { accountId: 'boss', role: 'administrator' })
    await give(db, { accountId: 'other', role: 'administrator' })
    const boss = await findUser(db, 'boss')
    const lending = { municipalityId: CITY, lender: 'boss', deputy: 'deputy', from: day(0), to: day(14) }
    const lend = (user: User, more: Partial<typeof lending>, from = [{ ...boss.grants[0], id }]) =>
      delegate(db, user, { ...lending, ...more }, from as Lendable[])
    expect(await lend(boss, { to: day(61) })).toEqual({ problem: 'platform.grant.long' })
    expect(await lend(boss, { deputy: 'boss' })).toEqual({ problem: 'platform.grant.sameDeputy' })
    expect(await lend(ruler('deputy'), {})).toEqual({ problem: 'platform.grant.self' })
    await expect(lend({ ...boss, id: 'nobody', grants: [] }, {})).rejects.toBeDefined()
    expect(await lend(boss, {})).toEqual({ lent: 1 })
    const deputy = await findUser(db, 'deputy')
    expect(deputy.grants).toMatchObject([
      { role: 'administrator', delegatedFrom: 'boss', validFrom: day(0), validTo: day(14) },
    ])
    expect(may(deputy, 'platform.grant.edit', { municipalityId: CITY })).toBe(true)
    expect(may(deputy, 'platform.grant.edit', { municipalityId: CITY }, day(14))).toBe(false)
    const further = deputy.grants as Lendable[]
    expect(await delegate(db, deputy, { ...lending, lender: 'deputy', deputy: 'third' }, further)).toEqual({
      problem: 'platform.grant.nothing',
    })
    const friend = { accountId: 'friend', role: 'administrator', scope: inCity, ...always } as const
    expect(await giveRole(db, deputy, friend)).toEqual({ problem: 'platform.grant.deputy' })
    await endGrantOn(db, ruler('other'), { municipalityId: CITY, id, on: day(5) })
    expect((await findUser(db, 'deputy')).grants).toMatchObject([{ validTo: day(5) }])
  })
})

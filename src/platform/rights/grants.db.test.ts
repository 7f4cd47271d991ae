import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { readAs } from '../database/scope.server.ts'
import { may, operator, type User } from '../users.ts'
import { municipalDay } from './day.ts'
import { endGrant, findGrants, findUser, giveRole } from './grants.server.ts'

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

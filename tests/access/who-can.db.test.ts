import { describe, expect } from 'vitest'
import { giveRole } from '#platform/rights/grants.server.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { mayAnywhere, operator, type User } from '#platform/users.ts'
import { readHoldings } from '../../src/modules/access/holdings.server.ts'
import { whoCan } from '../../src/modules/access/who-can.ts'
import { findUserWithWork } from '../../src/modules/people/service.server.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'
import { plantAccounts } from '../support/plant-account.ts'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const town = await plantTown(db)
  const here = { kind: 'municipality', municipalityId: town.id } as const
  const always = { validFrom: '2020-01-01', validTo: null }
  await giveRole(db, operator(), { accountId: 'admin', role: 'administrator', scope: here, ...always })
  await giveRole(db, operator(), { accountId: 'boss', role: 'educationHead', scope: here, ...always })
  await giveRole(db, operator(), {
    accountId: 'state',
    role: 'administrator',
    scope: { kind: 'country' },
    ...always,
  })
  await giveRole(db, operator(), {
    accountId: 'reader',
    role: 'ministryReader',
    scope: { kind: 'country' },
    ...always,
  })
  await giveRole(db, operator(), {
    accountId: 'past',
    role: 'educationHead',
    scope: here,
    validFrom: '2020-01-01',
    validTo: '2021-01-01',
  })
  return town
})

describe('who can see', () => {
  test('names whom the database itself lets in, the country’s readers too, and nobody else', async ({
    db,
    town,
  }) => {
    const holdings = await readHoldings(db, town.id)
    const accounts = (list: readonly { accountId: string }[]) =>
      [...new Set(list.map((one) => one.accountId))].toSorted()
    const figures = whoCan(holdings, { reads: ['indicators.read'], changes: ['indicators.edit'] }, town.id)
    expect(accounts(figures.read)).toEqual(['boss', 'reader'])
    expect(accounts(figures.change)).toEqual(['boss'])
    const people = whoCan(holdings, { reads: ['people.read'], changes: ['people.edit'] }, town.id)
    expect(people.read.find(({ accountId }) => accountId === 'valda')?.isWhole).toBe(false)
    // A right over the country shows no person, whatever its role may do.
    expect(accounts(people.read)).toEqual(['admin', 'anna', 'boss', 'ilze', 'mara', 'valda'])
  })

  test('leaves out accounts that have ended, with their rights from posts', async ({ db }) => {
    const town = await plantTown(db, 'ventspils')
    const scope = { kind: 'municipality', municipalityId: town.id } as const
    const entry = { role: 'educationHead', scope, validFrom: '2020-01-01', validTo: null } as const
    await giveRole(db, operator(), { ...entry, accountId: 'left' })
    const readers = async () => {
      const holdings = await readHoldings(db, town.id)
      const { read } = whoCan(holdings, { reads: ['people.read'], changes: [] }, town.id)
      return read.map(({ accountId }) => accountId)
    }
    expect(await readers()).toEqual(expect.arrayContaining(['left', 'valda-ventspils']))
    await plantAccounts(db, town.id, ['left', 'valda-ventspils'], 'ended')
    expect(await readers()).not.toContain('left')
    expect(await readers()).not.toContain('valda-ventspils')
  })

  test('agrees with what each of them may do when they sign in', async ({ db, town }) => {
    const holdings = await readHoldings(db, town.id)
    for (const capability of [
      'work.task.read',
      'platform.grant.read',
      'strategy.read',
      'people.record.read',
    ] as const) {
      const read = new Set(
        whoCan(holdings, { reads: [capability], changes: [] }, town.id).read.map((one) => one.accountId),
      )
      for (const accountId of new Set(holdings.map((one) => one.accountId))) {
        const user = await findUserWithWork(db, accountId)
        const may = mayAnywhere(user, capability, town.id)
        expect([accountId, capability, read.has(accountId)]).toEqual([accountId, capability, may])
      }
    }
  })

  test('is a page beside every internal page, which names no pupil to those who may not know', async ({
    db,
    town,
  }) => {
    const boss: User = await findUserWithWork(db, 'boss')
    const ask = await openSiteAs(db, boss)
    expect(await (await ask('/darbs/liepaja/tiesibas')).text()).toContain(
      'href="/darbs/liepaja/kas-redz?lapa=/darbs/liepaja/tiesibas"',
    )
    const page = await (await ask('/darbs/liepaja/kas-redz?lapa=/darbs/liepaja')).text()
    expect(page).toContain('Ilze Ozola')
    expect(page).toContain('Anna Liepa')
    const head = await openSiteAs(db, await findUserWithWork(db, 'ilze'))
    const seen = await (await head('/darbs/liepaja/kas-redz?lapa=/darbs/liepaja')).text()
    expect(seen).toContain('Valda Kalna')
    expect(seen).not.toContain('Anna Liepa')
    expect(seen).not.toContain('Māra Liepa')
    expect(seen).toContain('Bez tam 2 skolēni')
    expect((await ask('/darbs/liepaja/kas-redz?lapa=/darbs/ventspils')).status).toBe(404)
    expect((await ask('/darbs/liepaja/kas-redz?lapa=/liepaja')).status).toBe(404)
    expect(town.slug).toBe('liepaja')
  })

  test('is answered for every role there is', ({ town }) => {
    const roles = Object.keys(ROLES) as Role[]
    const found = roles.filter((role) => {
      const [level] = ROLES[role]
      const scope =
        level === 'country' ? { kind: level } : { kind: level, municipalityId: town.id, id: town.classId }
      const holding = { accountId: role, from: 'given', grant: { role, scope } } as never
      return whoCan([holding], { reads: 'present', changes: [] }, town.id).read.length === 1
    })
    expect(found).toEqual(roles)
  })
})

import { describe, expect } from 'vitest'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, type User } from '#platform/users.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'

const ofCountry = (role: Role, id = 'ruler'): User => ({
  id,
  kind: 'member',
  grants: [{ role, scope: { kind: 'country' } }],
})

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const town = await plantTown(db)
  const give = (accountId: string, role: Role) =>
    giveRole(
      db,
      operator(),
      { accountId, role, scope: { kind: 'country' }, validFrom: municipalDay(), validTo: null },
      `Vajag: ${accountId}`,
    )
  await give('ruler', 'administrator')
  await give('reader', 'ministryReader')
  return town
})

const PAGES = [
  '/darbs/tiesibas',
  '/darbs/tiesibas/parskatisana',
  '/darbs/zurnals',
  '/darbs/zurnals/izmainas.csv',
  '/darbs/zurnals/drosiba',
  '/darbs/zurnals/drosiba.csv',
]

describe('the pages of the country’s administrators', () => {
  test('are linked from the first page and from each other, with who can see them', async ({ db, town }) => {
    const ask = await openSiteAs(db, ofCountry('administrator'))
    const desk = await (await ask('/darbs')).text()
    const menu = ['tiesibas', 'zurnals', 'zinojumi', 'konti', 'sistema'].map(
      (name) => `href="/darbs/${name}"`,
    )
    for (const link of menu) expect(desk).toContain(link)
    for (const page of [
      'tiesibas',
      'zurnals',
      'zurnals/drosiba',
      'zinojumi',
      'sistema',
      'tiesibas/parskatisana',
    ]) {
      const html = await (await ask(`/darbs/${page}`)).text()
      for (const link of menu) expect(html).toContain(link)
      expect(html).toContain(`href="/darbs/kas-redz?lapa=/darbs/${page}"`)
    }
    expect(await (await ask('/darbs/tiesibas')).text()).toContain('href="/darbs/tiesibas/parskatisana"')
    expect(await (await ask('/en/darbs/zurnals/drosiba')).text()).toContain('href="/en/darbs/zurnals"')
    expect(town.slug).toBe('liepaja')
  })

  test('are answered to them, and refused to a municipality’s administrator and to who reads', async ({
    db,
    town,
  }) => {
    const local: User = {
      id: 'local',
      kind: 'member',
      grants: [{ role: 'administrator', scope: { kind: 'municipality', municipalityId: town.id } }],
    }
    const statuses = async (user: User) => {
      const ask = await openSiteAs(db, user)
      return Promise.all(PAGES.map(async (page) => (await ask(page)).status))
    }
    expect(await statuses(ofCountry('administrator'))).toEqual(PAGES.map(() => 200))
    expect(await statuses(local)).toEqual(PAGES.map(() => 403))
    expect(await statuses(ofCountry('ministryReader', 'reader'))).toEqual(PAGES.map(() => 403))
    expect((await (await openSiteAs(db, local))('/darbs/kas-redz?lapa=/darbs/tiesibas')).status).toBe(403)
  })

  test('show what was done in the country’s name, and nothing of a municipality', async ({ db, town }) => {
    const here = { kind: 'municipality', municipalityId: town.id } as const
    await giveRole(
      db,
      operator(),
      { accountId: 'boss', role: 'educationHead', scope: here, validFrom: municipalDay(), validTo: null },
      'Tikai Liepājā',
    )
    const ask = await openSiteAs(db, ofCountry('administrator'))
    const journal = await (await ask('/darbs/zurnals?ko=grant.given')).text()
    expect(journal).toContain('Vajag: reader')
    expect(journal).not.toContain('Tikai Liepājā')
    expect(journal).not.toContain('zurnals/lasijumi')
    expect(await (await ask('/darbs/zurnals/izmainas.csv?ko=grant.given')).text()).toContain('Vajag: ruler')
  })

  test('say who can see them: holders of rights over the country, and no municipality’s', async ({
    db,
    town,
  }) => {
    const ask = await openSiteAs(db, ofCountry('administrator'))
    const page = await (await ask('/darbs/kas-redz?lapa=/darbs/zurnals')).text()
    expect(page).toContain('ruler')
    expect(page).not.toContain('reader')
    expect(page).not.toContain('Ilze Ozola')
    const reader = await openSiteAs(db, ofCountry('ministryReader', 'reader'))
    expect(await (await reader('/darbs/kas-redz?lapa=/darbs/sistema')).text()).toContain('ruler')
    for (const other of [`/darbs/${town.slug}`, `/darbs/${town.slug}/tiesibas`, '/liepaja', '/nekas'])
      expect([other, (await ask(`/darbs/kas-redz?lapa=${other}`)).status]).toEqual([other, 404])
  })
})

import { describe, expect } from 'vitest'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import type { Site } from '#platform/http/site.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { newAccount, openDesk, PASSWORD, tokenIn } from '../../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { plantTown } from '../../../../tests/support/people-town.ts'
import { browse, browseAs } from '../../../../tests/support/visiting.ts'

type Door = { createSite: (serving: { db: AccountDesk['db']; accounts: AccountDesk }) => Site }

const test = databaseTest.extend('country', { scope: 'file' }, async ({ db }) => {
  const { desk, letters } = await openDesk(db)
  const town = await plantTown(db)
  const door = '../../../../build/server/site.js'
  const { createSite } = (await import(door)) as Door
  const site = createSite({ db, accounts: desk })
  await newAccount(desk, { municipalityId: COUNTRY, email: 'ruler@c.lv', role: 'administrator' })
  return { desk, letters, site, town, ruler: await browseAs(site, 'ruler@c.lv') }
})

describe('accounts of the country', () => {
  test('are found from the first page of the first administrator, who invites others there', async ({
    country: { ruler, letters, site },
  }) => {
    expect((await ruler('/darbs')).html).toContain('href="/darbs/konti"')
    const list = await ruler('/darbs/konti')
    expect(list.html).toContain('Konti: visa valsts')
    expect(list.html).toContain('ruler@c.lv')
    expect(list.html).toContain('href="/darbs/kas-redz?lapa=/darbs/konti"')
    const invited = await ruler('/darbs/konti/jauns', {
      name: 'Rita Krūze',
      email: 'rita@c.lv',
      language: 'lv',
    })
    expect(invited.to).toMatch(/^\/darbs\/konti\/[^/]+\?stavoklis=uzaicinats$/)
    const one = (invited.to ?? '').replace(/\?.*/, '')
    expect((await ruler(invited.to ?? '')).html).toContain('Uzaicinājums nosūtīts')
    expect((await ruler(`${one}/uzaicinat`, {})).to).toBe(`${one}?stavoklis=uzaicinats`)
    const link = /http\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    const rita = browse(site)
    await rita(`/pieslegties/uzaicinajums?kods=${tokenIn(link)}`, { chosen: PASSWORD })
    await rita('/pieslegties', { email: 'rita@c.lv', password: PASSWORD })
    expect((await rita('/darbs/konts')).html).toContain('Rita Krūze')
    expect((await ruler(`${one}/atjaunot`, { why: 'Pazaudēts telefons' })).to).toBe(
      `${one}?stavoklis=atjaunots`,
    )
    expect((await rita('/darbs/konts')).to).toMatch(/^\/pieslegties/)
    expect((await ruler(`${one}/izbeigt`, { why: 'Vairs te nestrādā' })).to).toBe(`${one}?stavoklis=izbeigts`)
    expect((await ruler('/en/darbs/konti')).html).toContain('Accounts: the whole country')
  })

  test('are shut to the administrator of a municipality and to who only reads', async ({
    country: { desk, site, town, ruler },
  }) => {
    await newAccount(desk, { municipalityId: town.id, email: 'local@c.lv', role: 'administrator' })
    const reader = await newAccount(desk, {
      municipalityId: COUNTRY,
      email: 'reader@c.lv',
      role: 'ministryReader',
    })
    for (const email of ['local@c.lv', 'reader@c.lv']) {
      const ask = await browseAs(site, email)
      const pages = ['', '/jauns', `/${reader}`, `/${reader}/atjaunot`, `/${reader}/izbeigt`]
      for (const page of pages)
        expect([email, page, (await ask(`/darbs/konti${page}`)).status]).toEqual([email, page, 403])
      const typed = { name: 'X Y', email: 'x@c.lv', language: 'lv', why: 'Tāpat vien' }
      for (const page of ['/jauns', `/${reader}/atjaunot`, `/${reader}/izbeigt`, `/${reader}/uzaicinat`])
        expect([page, (await ask(`/darbs/konti${page}`, typed)).status]).toEqual([page, 403])
      expect((await ask('/darbs')).html).not.toContain('href="/darbs/konti"')
    }
    expect((await ruler('/darbs/konti')).html).not.toContain('x@c.lv')
  })
})

describe('the security log of the country', () => {
  test('tells of tries at addresses that have no account anywhere', async ({ country: { ruler, site } }) => {
    await browse(site)('/pieslegties', { email: 'nobody@nowhere.lv', password: 'not the right one' })
    const log = await ruler('/darbs/zurnals/drosiba?ko=passwordWrong')
    expect(log.html).toContain('>Tāda konta nav</td>')
    expect(log.html).toContain('ar e-pastu, kuram nekur nav konta')
    expect(log.html).not.toContain('lasijumi')
  })
})

import { describe, expect } from 'vitest'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, type User } from '#platform/users.ts'
import { keepRecord, readRecords } from '../../src/modules/people/records.service.server.ts'
import { findUserWithWork } from '../../src/modules/people/service.server.ts'
import { openBuiltSite, openSiteAs } from '../support/built-site.ts'
import { sealEverything } from '../support/change.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown, secrets } from '../support/people-town.ts'

const journal = '/darbs/liepaja/zurnals'
const reason = '=HYPERLINK("http://x") saruna ar vecākiem'

const test = databaseTest
  .extend('town', { scope: 'file' }, async ({ db }) => {
    const town = await plantTown(db)
    const here = { kind: 'municipality', municipalityId: town.id } as const
    for (let number = 0; number < 60; number += 1) {
      const entry = {
        accountId: `new-${number}`,
        role: 'councilMember',
        scope: here,
        validFrom: '2026-01-01',
        validTo: null,
      } as const
      await giveRole(db, operator(town.id), entry, `rīkojums ${number}`)
    }
    const valda = await findUserWithWork(db, 'valda')
    const [institutionId] = town.schools
    const record = {
      municipalityId: town.id,
      institutionId,
      groupId: town.classId,
      nationalId: null,
      contact: 'x',
      isInvented: true,
    }
    await keepRecord(db, secrets, valda, {
      ...record,
      personId: town.persons.anna,
      reason: 'uzņemšana skolā',
    })
    await readRecords(db, secrets, valda, { municipalityId: town.id, persons: [town.persons.anna], reason })
    await sealEverything(db)
    return town
  })
  .extend('as', { scope: 'file' }, ({ db, town }) => (role: Role) => {
    const user: User = {
      id: 'boss',
      kind: 'member',
      grants: [{ role, scope: { kind: 'municipality', municipalityId: town.id } }],
    }
    return openSiteAs(db, user)
  })

describe('the journal', () => {
  test('is read in words, filtered and paged without losing or repeating a row', async ({ as }) => {
    const ask = await as('administrator')
    const seen: string[] = []
    let next: string | undefined = `${journal}?ko=grant.given`
    for (let page = 0; next && page < 5; page += 1) {
      const html: string = await (await ask(next)).text()
      seen.push(...[...html.matchAll(/rīkojums (\d+)</g)].map(([, number]) => number ?? ''))
      next = /href="([^"]*aiz=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    const about = await (await ask(`${journal}?par=${encodeURIComponent('rīkojums 17')}`)).text()
    expect(about).toContain('dotas tiesības')
    expect(about).toContain('Uzturētājs (komandrinda)')
    expect(about).not.toContain('rīkojums 18')
    const later = await (await ask(`${journal}?no=${addDays(municipalDay(), 1)}`)).text()
    expect(later).toContain('Nekas tāds nav atrasts.')
    const valda = await (await ask(`${journal}?kas=Valda`)).text()
    expect(valda).toContain('saglabātas ziņas par cilvēku')
    expect(valda).toContain('Anna Liepa')
    expect(valda).not.toContain('dotas tiesības</td>')
  })

  test('passes over filters that are none, and refuses a day that is none in words', async ({ as }) => {
    const ask = await as('administrator')
    for (const odd of ['aiz=x', "par=%25'--", 'ko=plusma:nekas', 'kas=%00', 'par=%5C', 'par=%00', 'ko=%00'])
      expect([odd, (await ask(`${journal}?${odd}`)).status]).toEqual([odd, 200])
    const noDay = await ask(`${journal}?no=2026-13-45`)
    expect(noDay.status).toBe(400)
    expect(await noDay.text()).toContain('Vajadzīga diena')
  })

  test('has the readings of records, with whose and why', async ({ as }) => {
    const page = await (await (await as('educationHead'))(`${journal}/lasijumi`)).text()
    expect(page).toContain('Anna Liepa')
    expect(page).toContain('Valda Kalna')
    expect(page).toContain('uzņemšana skolā')
  })

  test('is downloaded as a file that no spreadsheet runs', async ({ as }) => {
    const file = await (await as('administrator'))(`${journal}/lasijumi.csv`)
    expect(file.headers.get('content-type')).toContain('text/csv')
    const text = await file.text()
    expect(text).toContain('"\'=HYPERLINK(""http://x"") saruna ar vecākiem"')
    expect(
      await (await (await as('administrator'))(`${journal}/izmainas.csv?ko=grant.given`)).text(),
    ).toContain('rīkojums 59')
  })

  test.for(['', '/izmainas.csv', '/lasijumi', '/lasijumi.csv'])(
    '%s is shut to who may not',
    async (page, { as }) => {
      expect((await (await as('dataAnalyst'))(journal + page)).status).toBe(403)
    },
  )

  test('prints its heads, and those of public streams to everybody', async ({ db, as }) => {
    const inner = await (await (await as('administrator'))(journal)).text()
    const hashes = (html: string) =>
      [...html.matchAll(/class="hash">([0-9a-f]{64})</g)].map(([, hash]) => hash)
    expect(hashes(inner).length).toBeGreaterThan(3)
    const page = await (await (await openBuiltSite(db))('/liepaja/parskati')).text()
    expect(page).toContain('Žurnāla galva')
    expect(hashes(page).length).toBeGreaterThan(0)
    expect(page).not.toContain('Cilvēki, klases un amati')
    expect(hashes(inner)).toEqual(expect.arrayContaining(hashes(page)))
  })
})

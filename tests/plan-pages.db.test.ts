import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { NEW, OLD, test } from './support/two-plans.ts'

const place = '/kuldigas-novads'
const ask = async (db: Database, path: string) => (await openBuiltSite(db))(path)
const read = async (db: Database, path: string) => (await ask(db, path)).text()

/** Pages of a plan, by the addresses that they share. */
const PAGES = [
  '/strategija',
  '/ricibas-plans',
  '/ricibas-plans/1.1.1',
  '/programmas',
  '/raditaji',
  '/raditaji/1',
  '/datu-kvalitate/apgalvojumi',
  '/parskati',
]

/** What only one of the two plans says. */
const SAID = {
  [OLD]: /Rinda uz pirmsskolām|Darbība: Vecais|Mērķis: Vecais|Apgalvojums: Vecais|Pārskats: Vecais|Pilsēta/,
  [NEW]:
    /Matemātikas eksāmens|Darbība: Jaunais|Mērķis: Jaunais|Apgalvojums: Jaunais|Pārskats: Jaunais|Pagasts/,
}

describe.each(['', '/en'])('the pages of a plan, in the language of “%s”', (language) => {
  test.for(PAGES)('%s of the earlier plan is about it alone, and says so', async (page, { db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const answer = await ask(db, `${language}${place}/plani/${OLD}${page}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const main = html.slice(html.indexOf('<main'))
    expect(main).not.toMatch(SAID[NEW])
    expect(html).toContain(language === '' ? 'Šī lapa ir par citu plānu' : 'about another plan')
    expect(html).toContain(`href="${language}${place}/strategija"`)
  })

  test.for(PAGES)('%s is about the current plan at both of its addresses', async (page, { db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const [plain, lasting] = [
      await read(db, `${language}${place}${page}`),
      await read(db, `${language}${place}/plani/${NEW}${page}`),
    ]
    expect(plain.slice(plain.indexOf('<main'))).not.toMatch(
      page === '/strategija' ? /Darbība: Vecais/ : SAID[OLD],
    )
    expect(lasting.slice(lasting.indexOf('<main'))).not.toMatch(
      page === '/strategija' ? /Darbība: Vecais/ : SAID[OLD],
    )
    expect(plain).not.toContain('Šī lapa ir par citu plānu')
    expect(lasting).not.toMatch(/Šī lapa ir par citu plānu|about another plan/)
  })
})

describe('a page of the earlier plan', () => {
  test('shows its own figures, and none of the other plan', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const html = await read(db, `${place}/plani/${OLD}/raditaji/1`)
    expect(html).toMatch(/Rinda uz pirmsskolām/)
    expect(html).toMatch(/Pilsēta/)
    expect(html).not.toMatch(/55\s*%|58\s*%|60\s*%/)
  })

  test('links to pages and files of the same plan', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const list = await read(db, `${place}/plani/${OLD}/raditaji`)
    const main = list.slice(list.indexOf('<main'))
    expect(main).toContain(`${place}/plani/${OLD}/raditaji/1`)
    expect(main).toContain(`/api/v1/strategies/${OLD}/indicators.csv`)
    expect(main).not.toContain(NEW)
    const plan = await read(db, `${place}/plani/${OLD}/ricibas-plans`)
    expect(plan).toContain(`/api/v1/strategies/${OLD}/actions`)
    const file = await ask(db, `${place}/plani/${OLD}/raditaji/1/dati.csv`)
    expect(file.headers.get('location')).toContain(`/strategies/${OLD}/observations.csv`)
  })

  test('refuses a plan that the municipality does not have, in words', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const answer = await ask(db, `${place}/plani/kuldigas-novads-1999/raditaji`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Šajā pašvaldībā tāda plāna nav')
    expect((await ask(db, `/liepaja/plani/${OLD}/strategija`)).status).toBe(404)
  })

  test('is found from the strategy page, which lists the plans', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const page = await read(db, `${place}/strategija`)
    expect(page).toContain('Pašvaldības plāni')
    expect(page).toContain(`${place}/plani/${OLD}/strategija`)
    expect((await ask(db, `${place}/plani/${OLD}`)).headers.get('location')).toBe(
      `${place}/plani/${OLD}/strategija`,
    )
  })
})

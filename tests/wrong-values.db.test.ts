import { expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import type { Site } from '#platform/http/site.ts'
import { faceOf } from './pages/face.ts'
import { addressesOf } from './pages/pages-to-visit.ts'
import { readPageTable } from './pages/site-table.ts'
import { test } from './support/database.ts'
import { readExamples } from './support/examples.ts'

/** Parameters that take any words, so that none of them can be wrong. */
const FREE = new Set(['text', 'q', 'par', 'zime', 'atslega', 'uz', 'kods', 'stavoklis', 'izdarits'])
/** What no parameter of any page can be. */
const WRONG = 'nav-tada'

async function openSite(db: Database): Promise<Site> {
  const door = '../build/server/site.js'
  const { createSite } = (await import(door)) as { createSite: (serving: { db: Database }) => Site }
  return createSite({ db })
}

/** Every public page with what it reads of its address; the links of letters are for one person each. */
async function listPages(site: Site) {
  const examples = addressesOf(await readPageTable(), await readExamples())
  const found = new Map<string, string[]>()
  for (const example of examples.filter((one) => faceOf(one) === 'public')) {
    const { pathname } = new URL(example, 'http://localhost')
    const address = await site.addressOf(pathname)
    const names = (address?.parameters ?? []).filter((name) => !FREE.has(name))
    if (names.length > 0 && address?.action === null) found.set(pathname, names)
  }
  return [...found]
}

test('every public page refuses all that it cannot answer, in words, and leads to what it can', async ({
  db,
}) => {
  const site = await openSite(db)
  const ask = (path: string) => site.answer(new Request(`http://localhost${path}`), { id: 'test' })
  const pages = await listPages(site)
  expect(pages.length).toBeGreaterThan(20)
  const faults: string[] = []
  for (const [index, [path, names]] of pages.entries()) {
    // Both languages have the same loaders, so that every other page is asked in English.
    const pathname = index % 2 === 0 ? path : path === '/' ? '/en' : `/en${path}`
    const plain = await ask(pathname)
    await plain.body?.cancel()
    if (plain.status !== 200) continue
    const answer = await ask(`${pathname}?${names.map((name) => `${name}=${WRONG}`).join('&')}`)
    const html = await answer.text()
    if (path.endsWith('.csv')) continue
    if (answer.status !== 400) faults.push(`${pathname} answers ${answer.status}`)
    for (const name of names)
      if (!html.includes(`${name}=${WRONG}`)) faults.push(`${pathname} is silent about ${name}`)
    if (!html.includes(`href="${pathname}"`)) faults.push(`${pathname} does not lead to itself`)
  }
  expect(faults).toEqual([])
}, 120_000)

test('what is wrong is named, with what can be asked instead; what is right stays', async ({ db }) => {
  const site = await openSite(db)
  const read = async (path: string) => {
    const answer = await site.answer(new Request(`http://localhost${path}`), { id: 'test' })
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const period = await read('/liepaja/raditaji?period=2010&verdict=missed')
  expect(period.status).toBe(400)
  expect(period.html).toContain('<code>period=2010</code>')
  expect(period.html).toContain('href="/liepaja/raditaji?verdict=missed&amp;period=2024/2025"')
  expect(period.html).toContain('href="/liepaja/raditaji?verdict=missed"')
  const verdict = await read('/liepaja/raditaji?verdict=abc')
  expect(verdict.html).toContain('<a href="/liepaja/raditaji?verdict=met">sasniegts</a>')
  const page = await read('/en/liepaja/datu-kvalitate?page=9999')
  expect(page.html).toMatch(/The last page of the list is \d+\./)
  expect((await read('/liepaja/strategija?asOf=2999-01-01')).html).toMatch(/kas jau pienākusi/)
})

test('a municipality written with capitals or diacritics leads home, with what was asked', async ({ db }) => {
  const site = await openSite(db)
  const ask = async (path: string) => {
    const answer = await site.answer(new Request(`http://localhost${path}`), { id: 'test' })
    return [answer.status, answer.headers.get('location')]
  }
  expect(await ask('/Liepaja')).toEqual([301, '/liepaja'])
  expect(await ask('/LIEP%C4%80JA/raditaji?verdict=missed')).toEqual([
    301,
    '/liepaja/raditaji?verdict=missed',
  ])
  expect(await ask('/en/Liepaja/strategija')).toEqual([301, '/en/liepaja/strategija'])
  expect(await ask('/Atlantida')).toEqual([404, null])
})

import { expect } from 'vitest'
import { crawl, findLost } from '../pages/crawl.ts'
import { faceOf } from '../pages/face.ts'
import { findExampleFaults, findMissingTwins, findUnreached } from '../pages/pages-to-visit.ts'
import { readPageTable } from '../pages/site-table.ts'
import { readExamples } from '../support/examples.ts'
import { test as base } from './site.ts'

/** The whole site is read once, which takes a busy machine its time. */
const WHOLE_SITE = 480_000
/** The gallery is linked from nowhere: it is for those who change the parts of pages. */
const STARTS = ['/', '/en', '/veidne', '/en/veidne']

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('table', { scope: 'file' }, ({}) => readPageTable())
  .extend('found', { scope: 'file' }, ({ address }) => crawl(address, STARTS))

test(
  'every link of the site leads to a page that exists, and every anchor to a place on it',
  async ({ address, found }) => {
    const { pages } = found
    expect(pages.size).toBeGreaterThan(150)
    const broken = [...pages].filter(([path, { status }]) => !isThere(path, status))
    expect(broken.map(([path, { status }]) => `${path} answers ${status}`)).toEqual([])
    expect(await findLost(address, found)).toEqual([])
  },
  WHOLE_SITE,
)

test(
  'every page is reached by a link from the start page',
  ({ found, table }) => {
    expect(findUnreached(table, found.offered)).toEqual([])
  },
  WHOLE_SITE,
)

test('every page exists in both languages, and an example of it is known', async ({ table }) => {
  expect(table.patterns.length).toBeGreaterThan(30)
  expect(findMissingTwins(table)).toEqual([])
  expect(findExampleFaults(table, await readExamples())).toEqual([])
})

test('an address that does not exist answers 404 with a page that helps on', async ({ visitor, address }) => {
  expect((await fetch(`${address}/atlantida`)).status).toBe(404)
  const page = await visitor.open('/liepaja/raditaji/999')
  expect(await page.locator('h1').textContent()).toBe('Šādas lapas nav')
  await page.getByRole('link', { name: 'Visas pašvaldības' }).click()
  expect(new URL(page.url()).pathname).toBe('/')
})

/** A stranger may be asked to sign in where a page is for one person. */
function isThere(path: string, status: number) {
  return status === 200 || (faceOf(path) === 'personal' && (status === 401 || status === 403))
}

import { expect } from 'vitest'
import { PHONE } from '../pages/visit.ts'
import { test } from './site.ts'

/** So many screens of a phone a list may take at first sight. */
const MOST_SCREENS = 8

test.for([
  '/liepaja/datu-kvalitate',
  '/liepaja/datu-kvalitate?severity=notice',
  '/en/liepaja/datu-kvalitate?severity=contradiction&severity=obstacle&goal=KP1',
  '/liepaja/aptaujas',
  '/liepaja/aptaujas/strategy-in-practice',
  '/en/liepaja/aptaujas/needs-in-practice',
  '/liepaja/parskati',
  '/metodes',
])('%s is read on a phone in a few screens, with every fold closed', async (path, { visitor }) => {
  const page = await visitor.open(path, { javaScriptEnabled: false, viewport: PHONE })
  const { scrollHeight, scrollWidth } = await page.locator('html').evaluate((html) => ({
    scrollHeight: html.scrollHeight,
    scrollWidth: html.scrollWidth,
  }))
  expect(scrollHeight / PHONE.height).toBeLessThanOrEqual(MOST_SCREENS)
  expect(scrollWidth).toBeLessThanOrEqual(PHONE.width)
})

test('findings begin with contradictions, and are narrowed by links of which several hold at once', async ({
  visitor,
}) => {
  const page = await visitor.open('/liepaja/datu-kvalitate', { javaScriptEnabled: false })
  expect(await page.locator('main h2').first().textContent()).toMatch(/^Pretrunas/)
  const filters = page.getByRole('complementary', { name: 'Atlasīt konstatējumus' })
  await filters.getByRole('link', { name: /^pretrunas/ }).click()
  await filters.getByRole('link', { name: /^piezīmes/ }).click()
  await filters.getByRole('link', { name: /^KP1/ }).click()
  const { searchParams } = new URL(page.url())
  expect(searchParams.getAll('severity')).toEqual(['contradiction', 'notice'])
  expect(searchParams.getAll('goal')).toEqual(['KP1'])
  expect(await filters.locator('[aria-current]').count()).toBe(3)
  await filters.getByRole('link', { name: /pretrunas/ }).click()
  expect(new URL(page.url()).searchParams.getAll('severity')).toEqual(['notice'])
})

test('a table is sorted by its headings without scripts, and says so', async ({ visitor }) => {
  const page = await visitor.open('/liepaja/iestades', { javaScriptEnabled: false })
  const names = () => page.locator('#iestazu-tabula th[scope=row] a').allTextContents()
  await page.getByRole('link', { name: /^Iestāde – kārtot augoši/ }).click()
  const up = await names()
  expect(await page.locator('th[aria-sort=ascending]').count()).toBe(1)
  await page.getByRole('link', { name: /^Iestāde – kārtot dilstoši/ }).click()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-name')
  expect(new Set(await names())).toEqual(new Set(up))
  expect(await names()).not.toEqual(up)
})

test('a survey is told in plain words first, and one group can be read beside the others', async ({
  visitor,
}) => {
  const page = await visitor.open('/liepaja/aptaujas/strategy-in-practice', {
    javaScriptEnabled: false,
    viewport: PHONE,
  })
  expect(await page.locator('main .headline').textContent()).toMatch(/^Visvairāk pozitīvu atbilžu/)
  await page.getByRole('link', { name: '7.–12. klašu izglītojamie' }).first().click()
  expect(new URL(page.url()).searchParams.get('grupa')).toBe('pupils')
  expect(await page.locator('#viena-grupa tbody tr').count()).toBeGreaterThan(5)
  expect(await page.locator('#viena-grupa').isVisible()).toBe(true)
})

import { describe, expect } from 'vitest'
import { faceOf } from '#platform/http/face.ts'
import { ALL_PAGES } from './addresses.ts'
import { DESK, findViolations, overflowOf, PHONE, REFLOW, test } from './site.ts'

/** The small scripts of personal pages, and what each is told. */
const ISLAND_SCRIPTS = 'script[src^="/islands/"], script[type="application/json"]'

describe.each(ALL_PAGES)('%s', (path) => {
  test('breaks no accessibility rule on a desk and on a phone', async ({ visitor }) => {
    const page = await visitor.open(path, { bypassCSP: true, viewport: DESK })
    expect(await findViolations(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await findViolations(page)).toEqual([])
  })

  test('fits its window down to 320 pixels', async ({ visitor }) => {
    const page = await visitor.open(path, { viewport: PHONE })
    expect(await overflowOf(page)).toBe(0)
    await page.setViewportSize(REFLOW)
    expect(await overflowOf(page)).toBe(0)
  })

  test('is complete without scripts: one title, one main part, nothing it needs to run', async ({
    visitor,
  }) => {
    const page = await visitor.open(path, { javaScriptEnabled: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('main').count()).toBe(1)
    expect(await page.locator('script').count()).toBe(await page.locator(ISLAND_SCRIPTS).count())
    if (faceOf(new URL(path, 'http://localhost').pathname) === 'public')
      expect(await page.locator('script').count()).toBe(0)
    expect(await page.title()).toMatch(/ · Izaugsme$/)
    expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/en') ? 'en' : 'lv')
  })
})

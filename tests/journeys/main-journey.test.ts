import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { PHONE } from '../pages/visit.ts'
import { tabTo } from './keyboard.ts'
import { test } from './site.ts'

const hasVisibleFocus = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })

test('by keyboard alone: from the country to a municipality, a missed target and its source', async ({
  visitor,
}) => {
  const page = await visitor.open('/')
  await tabTo(page, /^Uz saturu$/)
  await tabTo(page, /^Pašvaldība/)
  expect(await hasVisibleFocus(page)).toBe(true)
  await page.keyboard.type('liepaja')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=liepaja/)

  await tabTo(page, /^Liepāja/)
  expect(await hasVisibleFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/liepaja$/)
  expect(await page.locator('h1').textContent()).toMatch(/15.*45|45.*15/s)

  await tabTo(page, /^Rādītāji$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/liepaja\/raditaji$/)
  // Results are folded under their goals.
  await tabTo(page, /^\d+ rezultāt/)
  await page.keyboard.press('Enter')
  await tabTo(page, /rindā|vieta.*pirmsskol|pirmsskol.*viet/i)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/liepaja\/raditaji\/\d+/)
  const content = await page.locator('main').textContent()
  expect(content).toContain('1.2.1. tabula')
  expect(content).toContain('observations.csv')
})

test('the same page in the other language, and back', async ({ visitor }) => {
  const page = await visitor.open('/liepaja/ricibas-plans?status=partial')
  await page.getByRole('link', { name: 'English' }).click()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    '/en/liepaja/ricibas-plans?status=partial',
  )
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('link', { name: 'Latviski' }).click()
  expect(new URL(page.url()).pathname).toBe('/liepaja/ricibas-plans')
})

test('filters work without scripts and keep what was chosen', async ({ visitor }) => {
  const page = await visitor.open('/liepaja/ricibas-plans', { javaScriptEnabled: false, viewport: PHONE })
  await page.getByText('Atlasīt pēc statusa').click()
  for (const status of ['atlikta', 'nav sākta']) await page.getByLabel(status, { exact: true }).check()
  await page.getByLabel('Mērķis').selectOption('KP1')
  await page.locator('main form button').first().click()
  expect(new URL(page.url()).searchParams.getAll('status')).toEqual(['deferred', 'notStarted'])
  expect(await page.getByLabel('atlikta', { exact: true }).isChecked()).toBe(true)
  expect(await page.getByLabel('nav sākta', { exact: true }).isChecked()).toBe(true)
  expect(await page.getByLabel('tiek īstenota', { exact: true }).isChecked()).toBe(false)
  const content = await page.locator('main').textContent()
  expect(content).toContain('1.3.4')
  expect(content).not.toContain('1.1.1.')
})

test('a finding leads to its figure and the figure back to the finding', async ({ visitor }) => {
  const page = await visitor.open('/liepaja/datu-kvalitate')
  await page.locator('main a[href*="/raditaji/"][href*="#figure-"]').first().click()
  expect(new URL(page.url()).pathname).toMatch(/^\/liepaja\/raditaji\//)
  const figure = decodeURIComponent(new URL(page.url()).hash.slice(1))
  expect(await page.locator(`[id="${figure}"]`).count()).toBe(1)
  expect(await page.locator('main a[href*="datu-kvalitate"]').count()).toBeGreaterThan(0)
})

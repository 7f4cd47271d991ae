import { expect } from 'vitest'
import { PHONE } from '../pages/visit.ts'
import { test } from './site.ts'

test('a word typed on a phone without scripts leads by keyboard to what it means', async ({ visitor }) => {
  const page = await visitor.open('/', { viewport: PHONE, javaScriptEnabled: false })
  const field = page.locator('header input[name=q]')
  await field.fill('liepaja eksamnes')
  await field.press('Enter')
  await page.waitForURL(/\/meklet\?q=/)
  const first = page.locator('ol.hits a').first()
  const name = await first.textContent()
  expect(name).toMatch(/eksām/i)
  await first.press('Enter')
  await page.waitForURL(/\/liepaja\//)
  expect(await page.locator('main').textContent()).toContain(name)
})

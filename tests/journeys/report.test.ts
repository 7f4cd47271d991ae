import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findViolations, overflowOf, PHONE, REFLOW } from '../pages/visit.ts'
import { test } from './site.ts'

const titleOf = (page: Page) => page.locator('h1').textContent()

test('without scripts: from a figure to a report, with a mistake on the way', async ({ visitor }) => {
  const page = await visitor.open('/liepaja/raditaji/14', { javaScriptEnabled: false, viewport: PHONE })
  await page.getByRole('link', { name: 'Ziņot par kļūdu šajos skaitļos' }).click()
  expect(await page.locator('main').textContent()).toContain(
    'Izglītojamo skaits LBJC un ZIIC interešu izglītībā',
  )
  expect(await page.locator('input[name=kind][value=figure]').isChecked()).toBe(true)
  await page.locator('textarea').fill('Kļūda')
  await page.locator('#field-contact').fill('nav')
  await page.getByRole('button', { name: 'Nosūtīt ziņojumu' }).click()

  expect(await page.title()).toMatch(/^Lūdzu, izlabojiet: /)
  expect(await page.locator('[role=alert] a').count()).toBe(2)
  expect(await page.locator('textarea').inputValue()).toBe('Kļūda')
  await page.locator('textarea').fill('Kļūda: 2023./2024. gadā bija 1118.')
  await page.locator('#field-contact').fill('ilze@example.lv')
  await page.getByRole('button', { name: 'Nosūtīt ziņojumu' }).click()
  expect(new URL(page.url()).pathname).toBe('/zinot/paldies')
  expect(await titleOf(page)).toBe('Paldies, ziņojums ir saņemts')
})

test('in English, from the foot of any page', async ({ visitor }) => {
  const page = await visitor.open('/en/metodes')
  await page.getByRole('link', { name: 'Report an error' }).click()
  expect(new URL(page.url()).searchParams.get('par')).toBe('/en/metodes')
  await page.getByLabel('Something else').check()
  await page.locator('textarea').fill('The page about methods is hard to read.')
  await page.getByRole('button', { name: 'Send the report' }).click()
  expect(new URL(page.url()).pathname).toBe('/en/zinot/paldies')
})

test('with a mistake it is still accessible, fits a phone, and leads to the mistake first', async ({
  visitor,
}) => {
  const page = await visitor.open('/zinot', { bypassCSP: true, viewport: PHONE })
  await page.locator('textarea').fill('x')
  await page.locator('#field-address').fill('https://example.lv/')
  await page.getByRole('button', { name: 'Nosūtīt ziņojumu' }).click()
  await page.waitForSelector('[role=alert]')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  expect(await findViolations(page)).toEqual([])
  await page.setViewportSize(REFLOW)
  expect(await overflowOf(page)).toBe(0)
  await page.locator('[role=alert] a').first().click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kind')
})

test('its script counts what is left, and warns before typed text is lost; the policy stops nothing', async ({
  visitor,
}) => {
  const page = await visitor.open('/zinot')
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.reload()
  await page.locator('x-typed-text p[aria-hidden]').waitFor()
  await page.locator('textarea').pressSequentially('Labdien')
  expect(await page.locator('x-typed-text p[aria-hidden]').textContent()).toBe('Atlikušās rakstzīmes: 3993')
  expect(said).toEqual([])

  const asked = new Promise<string>((resolve) => {
    page.once('dialog', async (dialog) => {
      resolve(dialog.type())
      await dialog.accept()
    })
  })
  await page.getByRole('link', { name: 'Metodes' }).click()
  expect(await asked).toBe('beforeunload')
})

test('an address of somebody else is not taken for ours', async ({ visitor, address }) => {
  const page = await visitor.open('/zinot?par=https://example.lv/liepaja')
  expect(await page.locator('main').textContent()).toContain('nav šīs vietnes lapa')
  expect((await fetch(`${address}/zinot?par=//example.lv`)).status).toBe(400)
  expect((await fetch(`${address}/zinot?par=${encodeURIComponent(`${address}/liepaja`)}`)).status).toBe(200)
})

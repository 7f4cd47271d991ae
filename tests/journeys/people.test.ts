import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { DEMO_PASSWORD } from '../../src/app/accounts/demo.server.ts'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { PASSWORD } from '../support/accounts.ts'
import { tabTo } from './keyboard.ts'
import { letterTo, linkIn } from './letters.ts'
import { press, test } from './site.ts'

const INVITE = '/darbs/liepaja/konti/jauns'
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, viewport: PHONE }

test('a wrong address of e-mail is refused helpfully, and what was typed is kept', async ({ visitor }) => {
  const page = await visitor.openAs('administrator', INVITE, WITHOUT_SCRIPTS)
  await page.locator('[name=name]').fill('Līga Kalniņa')
  await page.locator('[name=email]').fill('liga.kalnina(at)skola.lv')
  await press(page, 'Sūtīt uzaicinājumu')
  expect(await page.title()).toMatch(/^Lūdzu, izlabojiet: /)
  expect(await page.locator('main').textContent()).toContain('Tas nav e-pasts.')
  expect(await page.locator('[name=name]').inputValue()).toBe('Līga Kalniņa')
  expect(await page.locator('[name=email]').inputValue()).toBe('liga.kalnina(at)skola.lv')
  expect(await page.locator('[name=email]').getAttribute('aria-invalid')).toBe('true')
  expect(await overflowOf(page)).toBe(0)
})

test('an invited person chooses a password, sets codes up, signs in with one, and out', async ({
  visitor,
}) => {
  const email = 'liga.kalnina@example.lv'
  const desk = await visitor.openAs('administrator', INVITE, { javaScriptEnabled: false })
  await desk.locator('[name=name]').fill('Līga Kalniņa')
  await desk.locator('[name=email]').fill(email)
  await press(desk, 'Sūtīt uzaicinājumu')
  await desk.waitForURL(/stavoklis=uzaicinats/)

  const { pathname, search } = new URL(linkIn(await letterTo(inject('dataFolder'), email)))
  const page = await visitor.open(pathname + search, WITHOUT_SCRIPTS)
  await page.locator('[name=chosen]').fill('liga')
  await page.locator('main form button').click()
  expect(await page.title()).toMatch(/^Lūdzu, izlabojiet: /)
  await page.locator('[name=chosen]').fill(PASSWORD)
  await page.locator('main form button').click()
  await page.waitForURL(/pieslegties\?stavoklis=gatavs/)

  await enter(page, email)
  await page.goto(`${visitor.address}/darbs/konts/kodi`)
  if (await page.locator('[name=before]').count()) {
    await page.locator('[name=before]').fill(PASSWORD)
    await press(page, 'Turpināt')
  }
  const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(/\s/g, '')
  const codes = new TOTP({ secret })
  expect(await overflowOf(page)).toBe(0)
  await page.locator('[name=code]').fill(codes.generate())
  await press(page, 'Ieslēgt')
  expect(await page.locator('h1').textContent()).toBe('Vienreizējie kodi ir ieslēgti')
  const backup = (await page.locator('.codes li').allTextContents()).map((one) => one.trim())
  expect(backup.length).toBeGreaterThanOrEqual(8)
  await press(page, 'Iziet')

  await enter(page, email)
  expect(new URL(page.url()).pathname).toBe('/pieslegties/kods')
  await page.locator('[name=code]').fill('000000')
  await press(page, 'Turpināt')
  expect(await page.locator('main').textContent()).toContain('Kods neder')
  // The next code of the telephone: the one that set it up was used.
  await page.locator('[name=code]').fill(codes.generate({ timestamp: Date.now() + 30_000 }))
  await press(page, 'Turpināt')
  await page.waitForURL(/\/darbs$/)
  await press(page, 'Iziet')
  await page.goto(`${visitor.address}/darbs`)
  expect(new URL(page.url()).pathname).toBe('/pieslegties')
})

async function enter(page: Page, email: string) {
  await page.goto(`${new URL(page.url()).origin}/pieslegties`)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(PASSWORD)
  await press(page, 'Pieslēgties')
}

test('by keyboard alone, in English: signs in, reads what waits, and signs out', async ({ visitor }) => {
  const page = await visitor.open('/en/pieslegties')
  await tabTo(page, /^E-mail/i)
  await page.keyboard.type('educationhead@demo.izaugsme')
  await tabTo(page, /^Password/)
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/en\/darbs$/)
  await tabTo(page, /^Liepāja$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/en\/darbs\/liepaja$/)
  await tabTo(page, /^Sign out$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/en\/pieslegties/)
})

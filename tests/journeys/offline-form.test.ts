import type { Page } from 'playwright-core'
import { describe, expect, vi } from 'vitest'
import { PHONE } from '../pages/visit.ts'
import { press, test } from './site.ts'

const FORM = '/darbs/liepaja/datu-vaksana/vaksana/pedagogu-vajadziba/lvg'
const field = (page: Page, name: string) => page.locator(`form.entry [name="${name}"]`)
const said = (page: Page) => page.locator('.form-bar')
/** Waits until the page says something of where the typed is. */
const hear = (page: Page, words: string | RegExp) => said(page).getByText(words).first().waitFor()
const type = async (page: Page, name: string, text: string) => {
  await field(page, name).fill(text)
  await field(page, name).blur()
}
/** Waits until the browser has all it needs to open the page without a line. */
const kept = (page: Page) =>
  vi.waitFor(async () => {
    const isKept = await page.evaluate(
      async () =>
        Boolean(await caches.match(location.pathname)) && Boolean(navigator.serviceWorker.controller),
    )
    expect(isKept).toBe(true)
  })
/** Waits until a field shows what was typed into it before the page was opened again. */
const shows = (page: Page, name: string, text: string) =>
  vi.waitFor(async () => expect(await field(page, name).inputValue()).toBe(text))

describe('a form that is filled in', () => {
  test('says at once that what was typed is on the server, and has it there', async ({ visitor }) => {
    const page = await visitor.openAs('institutionHead', FORM, { viewport: PHONE })
    await type(page, 'pedagogi', '41')
    await hear(page, /Saglabāts serverī plkst\. \d/)
    const other = await visitor.openAs('institutionCoordinator', FORM)
    expect(await field(other, 'pedagogi').inputValue()).toBe('41')
  })

  test('keeps what was typed before its script had come', async ({ visitor }) => {
    const page = await visitor.openAs('institutionHead', '/darbs/liepaja')
    let isTyped: () => void = () => undefined
    const typed = new Promise<void>((resolve) => {
      isTyped = resolve
    })
    await page.route('**/islands/data-form*', async (route) => {
      await typed
      await route.continue()
    })
    await page.goto(visitor.address + FORM, { waitUntil: 'commit' })
    await type(page, 'pedagogi', '39')
    isTyped()
    await hear(page, /Saglabāts serverī plkst\. \d/)
    const other = await visitor.openAs('institutionCoordinator', FORM)
    expect(await field(other, 'pedagogi').inputValue()).toBe('39')
  })

  test('shows both texts where two people type into one field, and keeps what one chooses', async ({
    visitor,
  }) => {
    const head = await visitor.openAs('institutionHead', FORM)
    const coordinator = await visitor.openAs('institutionCoordinator', FORM)
    await hear(head, /uzreiz saglabāts/)
    await hear(coordinator, /uzreiz saglabāts/)
    await type(head, 'vakances', '3')
    await hear(head, /Saglabāts serverī/)
    await type(coordinator, 'vakances', '5')
    const conflict = coordinator.locator('.conflict')
    await conflict.waitFor()
    expect(await conflict.textContent()).toContain('Viņa ieraksts: 3. Jūsu ieraksts: 5.')
    expect(await field(coordinator, 'vakances').inputValue()).toBe('3')
    const taken = coordinator.waitForResponse(/\/ieraksti$/)
    await press(coordinator, 'Ierakstīt “5”')
    await taken
    await head.reload()
    expect(await field(head, 'vakances').inputValue()).toBe('5')
  })

  test('is not lost by signing out: whoever leaves with something unsent is asked first', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('institutionCoordinator', FORM)
    page.on('dialog', (dialog) => void dialog.accept())
    await hear(page, /uzreiz saglabāts/)
    await page.context().setOffline(true)
    await type(page, 'minutes:taken', '12')
    await hear(page, '1 ieraksts vēl gaida šajā pārlūkā; serverī tā nav.')
    await page.route('**/ieraksti*', (route) => route.abort())
    await page.context().setOffline(false)
    await press(page, 'Iziet')
    await page.getByRole('heading', { name: 'Ne viss ir nosūtīts' }).waitFor()
    await page.unroute('**/ieraksti*')
    await page.goto(visitor.address + FORM)
    await hear(page, /Saglabāts serverī/)
    expect(await field(page, 'minutes:taken').inputValue()).toBe('12')
  })

  test('asks to sign in again where the session has ended, and sends nothing as somebody else', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('institutionCoordinator', FORM)
    await hear(page, /uzreiz saglabāts/)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await type(page, 'minutes:taken', '15')
    await hear(page, /jāpieslēdzas vēlreiz/)
    const signIn = page.locator('.form-bar a')
    expect(await signIn.getAttribute('href')).toContain(encodeURIComponent(FORM))
    await page.context().addCookies(cookies)
    await page.reload()
    await hear(page, /Saglabāts serverī/)
    expect(await field(page, 'minutes:taken').inputValue()).toBe('15')
  })

  test('opens without a line, keeps what is typed, and is handed in once there is one again', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('institutionHead', FORM, { viewport: PHONE })
    page.on('dialog', (dialog) => void dialog.accept())
    await type(page, 'pedagogi', '40')
    await type(page, 'vakances', '4')
    await hear(page, /Saglabāts serverī/)
    await kept(page)
    await page.context().setOffline(true)
    await type(page, 'piezimes', 'Rakstīts bez savienojuma')
    await hear(page, '1 ieraksts vēl gaida šajā pārlūkā; serverī tā nav.')
    await page.reload()
    await hear(page, /Redzat lapas kopiju/)
    await shows(page, 'piezimes', 'Rakstīts bez savienojuma')
    await shows(page, 'vakances', '4')
    await page.getByRole('button', { name: 'Iesniegt', exact: true }).click()
    await hear(page, /Veidlapa vēl nav iesniegta/)
    await page.context().setOffline(false)
    await page.waitForURL(`${visitor.address}${FORM}/atgriezts`)
    await page.goto(`${visitor.address}${FORM}/parskats`)
    expect(await page.locator('main').textContent()).toContain('Rakstīts bez savienojuma')
    const again = await visitor.openAs('institutionCoordinator', FORM)
    expect(await again.locator('main').textContent()).toContain('Dati jau ir iesniegti')
  })
})

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import type { Role } from '#platform/rights/roles.ts'
import { DEMO_PASSWORD } from '../../src/app/accounts/demo.server.ts'
import { DESK } from '../pages/visit.ts'
import { connectTo } from '../support/browser.ts'

/** Opens pages of the site; every page of a test is closed with it. */
export type Visitor = {
  address: string
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
  /** Opens a page as somebody with the demonstration's account of this role. */
  openAs: (role: Role, path: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Everybody signs in once in a file, by the page on which people do. */
const signedIn = new Map<string, ReturnType<BrowserContext['storageState']>>()

async function signIn(browser: Browser, address: string, role: Role) {
  const context = await browser.newContext({ javaScriptEnabled: false })
  try {
    const page = await context.newPage()
    await page.goto(`${address}/pieslegties`)
    await page.locator('[name=email]').fill(`${role.toLowerCase()}@demo.izaugsme`)
    await page.locator('[name=password]').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Pieslēgties' }).click()
    await page.waitForURL(`${address}/darbs`)
    return await context.storageState()
  } finally {
    await context.close()
  }
}

/** Journeys take `visitor`: a real browser on the built site, both of which all files share. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('address', { scope: 'file' }, ({}) => inject('address'))
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await connectTo(inject('browser'))
    onCleanup(() => browser.close())
    return browser
  })
  .extend('visitor', async ({ address, browser }, { onCleanup }): Promise<Visitor> => {
    const pages: Page[] = []
    onCleanup(async () => {
      for (const page of pages) await page.context().close()
    })
    const open: Visitor['open'] = async (path, options = {}) => {
      const context = await browser.newContext({ viewport: DESK, ...options })
      const page = await context.newPage()
      pages.push(page)
      await page.goto(address + path)
      return page
    }
    const openAs: Visitor['openAs'] = async (role, path, options) => {
      const key = `${address} ${role}`
      const state = signedIn.get(key) ?? signIn(browser, address, role)
      signedIn.set(key, state)
      return open(path, { ...options, storageState: await state })
    }
    return { address, open, openAs }
  })

/** Presses the button that is called so. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

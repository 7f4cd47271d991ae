import type { BrowserContextOptions, Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { DESK } from '../pages/visit.ts'
import { connectTo } from '../support/browser.ts'

/** Opens pages of the site; every page of a test is closed with it. */
export type Visitor = {
  address: string
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
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
    return { address, open }
  })

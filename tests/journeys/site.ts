import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { test as base } from 'vitest'
import { startBrowser } from '../support/browser.ts'

/** The built server with its own new data folder, as after `npm start`. */
export async function startSite() {
  const data = await mkdtemp(join(tmpdir(), 'izaugsme-site-'))
  const server = spawn(process.execPath, ['build/server/index.js'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      IZAUGSME_DATA: data,
      NODE_ENV: 'production',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)))
  })
  return {
    address,
    /** Tells the server to end. @returns its exit code */
    stop: async () => {
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      const code = await ended
      await rm(data, { recursive: true, force: true })
      return code
    },
  }
}

/** Opens pages of the site; every page of a test is closed with it. */
export type Visitor = {
  address: string
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Journeys take `visitor`: a real browser on the built site, both started once for each file. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('address', { scope: 'file' }, async ({}, { onCleanup }) => {
    const site = await startSite()
    onCleanup(async () => {
      await site.stop()
    })
    return site.address
  })
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await startBrowser()
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

export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 360, height: 740 }
/** What remains of a 1280 px screen at 400 % zoom. */
export const REFLOW = { width: 320, height: 640 }

const axe = readFile('node_modules/axe-core/axe.min.js', 'utf8')

/** Accessibility violations that axe finds, each with the elements it is about. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(await axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  })
}

/** By how many pixels a page is wider than its window; more than 0 makes people scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

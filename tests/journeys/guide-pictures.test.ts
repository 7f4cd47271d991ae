import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './site.ts'
import { type Site, startSite } from './start-site.ts'

const GUIDE = 'docs/guides/izglitibas-parvalde.lv.md'
const isWriting = process.env.GUIDE_PICTURES === 'write'
const MOST_BYTES = 60_000
/** A screen on which the words of a picture can still be read in a document. */
const SCREEN = { width: 860, height: 620 }
const ANNA = { email: 'anna.ozola@liepaja.example', password: 'zaļa pļava aiz skolas' }

/** A page that the guide tells of: what it quotes there, and its pictures. */
type Told = { address: string; state: string; quoted: string[]; pictures: string[] }

function toldBy(guide: string): Told[] {
  const told: Told[] = []
  for (const line of guide.split('\n')) {
    const [, address, state = ''] = /^Lapa: `([^`]+)`(?: \((.+)\))?$/.exec(line) ?? []
    if (address !== undefined) told.push({ address, state, quoted: [], pictures: [] })
    const here = told.at(-1)
    if (line.startsWith('#') || !here || address !== undefined) continue
    here.quoted.push(...[...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, words = '']) => words))
    here.pictures.push(...[...line.matchAll(/^!\[.+\]\((.+)\)$/g)].map(([, path = '']) => path))
  }
  return told
}

const command = (site: Site, ...words: string[]) =>
  promisify(execFile)(process.execPath, ['src/app/cli.ts', ...words], {
    env: { ...process.env, IZAUGSME_DATA: site.data, DATABASE_URL: '' },
  })

/** Whoever reads the guide: a head of the department who was just invited, and the administrator of the demonstration. */
async function openReaders(browser: Browser, site: Site) {
  const open = async () => (await browser.newContext({ viewport: SCREEN, locale: 'lv' })).newPage()
  const [anna, administrator] = [await open(), await open()]
  const words = ['user', 'invite', 'liepaja', ANNA.email, 'Anna Ozola', '--role=educationHead']
  const { stdout } = await command(site, ...words)
  // A municipality about which nothing was loaded yet: only there does a plan begin.
  await command(site, 'user', 'role', 'kuldigas-novads', ANNA.email, 'educationHead')
  const link = new URL(/https?:\/\/\S+/.exec(stdout)?.[0] ?? '')
  const signIn = async (page: Page, email: string, password: string) => {
    await page.goto(`${site.address}/pieslegties`)
    await page.getByLabel('E-pasts').fill(email)
    await page.getByLabel('Parole').fill(password)
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await signIn(administrator, 'administrator@demo.izaugsme', 'izaugsme-demo')
  await press(administrator, 'Pieslēgties')
  const values = '/liepaja/raditaji/1/labot?dala=vertibas'
  const ways: Record<string, () => Promise<unknown>> = {
    '/pieslegties/uzaicinajums': () => anna.goto(site.address + link.pathname + link.search),
    '/pieslegties': async () => {
      await anna.getByRole('textbox').first().fill(ANNA.password)
      await press(anna, 'Saglabāt paroli')
      await signIn(anna, ANNA.email, ANNA.password)
    },
    '/darbs/konts/kodi': async () => {
      await press(anna, 'Pieslēgties')
      await anna.waitForURL(/konts\/kodi/)
      await anna.getByLabel('Parole').fill(ANNA.password)
      await press(anna, 'Turpināt')
    },
    '/darbs/konts/kodi (rezerves kodi)': async () => {
      const secret = ((await anna.locator('main code').textContent()) ?? '').replaceAll(/\s/g, '')
      await anna.getByRole('textbox').last().fill(new TOTP({ secret }).generate())
      await press(anna, 'Ieslēgt')
    },
    [`${values} (priekšskats)`]: async () => {
      await anna.goto(site.address + values)
      await anna
        .getByLabel(/^Vērtība/)
        .first()
        .fill('9')
      await anna.getByLabel('Kāpēc?').fill('Precizēts pēc iestāžu pārskatiem.')
      await press(anna, 'Skatīt, kas mainīsies')
    },
    '/darbs/liepaja/vesture (vēsture)': async () => {
      await press(anna, 'Saglabāt')
      await anna.waitForURL(/saglabats=/, { timeout: 60_000 })
      await settle(anna)
      await anna.getByRole('link', { name: 'Izmaiņu vēsture' }).first().click()
    },
    '/darbs/liepaja/atradumi (pirmais)': async () => {
      await anna.goto(`${site.address}/darbs/liepaja/atradumi`)
      await anna.locator('main a[href*="/darbs/liepaja/atradumi/"]:not([href$="/ko-darit"])').first().click()
    },
  }
  return async ({ address, state }: Told): Promise<Page> => {
    const page = state === 'administrators' ? administrator : anna
    const way = ways[state === '' ? address : `${address} (${state})`]
    await (way?.() ?? page.goto(site.address + address))
    await settle(page)
    return page
  }
}

/** Waits until a page is there: on a busy machine the embedded database is asked again after what was saved is worked out. */
async function settle(page: Page) {
  await page.waitForLoadState()
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await page.getByText('Lapu pašlaik nevar parādīt').count()) === 0) return
    await page.waitForTimeout(2000)
    await page.reload()
  }
}

/** Everything that is read on a page, closed parts included. */
const wordsOn = (page: Page) => page.evaluate(() => (document.body.textContent ?? '').replaceAll(/\s+/g, ' '))

/** A picture of the top of a page, lower and lower until it is small enough for a document. */
async function picture(page: Page): Promise<Buffer> {
  const box = await page.locator('main').boundingBox()
  const y = Math.max(0, (box?.y ?? 0) - 12)
  for (let height = SCREEN.height; ; height = Math.floor(height * 0.85)) {
    const clip = { x: 0, y, width: SCREEN.width, height }
    const taken = await page.screenshot({ clip, fullPage: true, animations: 'disabled' })
    if (taken.length <= MOST_BYTES || height < 200) return taken
  }
}

test('each page of the guide is there, says the words that are quoted, and has its pictures', {
  timeout: 300_000,
}, async ({ browser, onTestFinished }) => {
  const told = toldBy(await readFile(GUIDE, 'utf8'))
  expect(told.length).toBeGreaterThan(15)
  const site = await startSite()
  onTestFinished(async () => void (await site.stop()))
  const show = await openReaders(browser, site)
  const missing: string[] = []
  for (const one of told) {
    const page = await show(one)
    expect(page.url(), 'a page of the guide asks for a sign-in').not.toContain('/pieslegties?uz=')
    const seen = (await wordsOn(page)).toLocaleLowerCase('lv')
    for (const words of one.quoted)
      if (!seen.includes(words.toLocaleLowerCase('lv'))) missing.push(`${one.address} ${one.state}: ${words}`)
    for (const path of one.pictures) {
      const file = join(dirname(GUIDE), path)
      if (isWriting) {
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, await picture(page))
      }
      if (!existsSync(file)) missing.push(file)
      else if ((await readFile(file)).length > MOST_BYTES) missing.push(`${file} is larger than 60 kB`)
    }
  }
  expect(missing).toEqual([])
})

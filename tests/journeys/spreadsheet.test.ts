import { expect } from 'vitest'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { press, test } from './site.ts'

const DATA = '/darbs/liepaja/dati'

test('a table is taken away, changed, looked at in three steps, loaded, and seen', async ({ visitor }) => {
  const page = await visitor.openAs('educationHead', DATA, { javaScriptEnabled: false, viewport: PHONE })
  const fits = async () => expect(await overflowOf(page)).toBe(0)
  const read = (name: string) => page.request.get(`${visitor.address}${DATA}/fails/${name}`)
  const template = await read('veidne-goals.xlsx')
  expect([template.status(), template.headers()['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const addressOf = async (link: string) => (await page.locator(link).getAttribute('href')) ?? ''
  const csv = await (
    await page.request.get(visitor.address + (await addressOf('a[href*="/excel-goals.csv"]')))
  ).text()
  const title = /"?([^";\n]{12,})"?/.exec(csv.split('\n')[1] ?? '')?.[1] ?? ''
  expect(title).not.toBe('')
  const changed = csv.replace(title, `${title} visiem`)

  await page.locator('[name=files]').setInputFiles({
    name: 'mērķi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(changed),
  })
  await press(page, 'Nosūtīt un apskatīt')
  expect(await page.locator('h1').textContent()).toContain('1. solis')
  await fits()
  await press(page, 'Tālāk')
  expect(await page.locator('h1').textContent()).toContain('2. solis')
  await fits()
  await page.locator('button[value=mapping]').click()
  expect(await page.locator('h1').textContent()).toContain('3. solis')
  expect(await page.locator('ins').allTextContents()).toEqual([`${title} visiem`])
  await fits()
  await page.locator('[name=why]').fill('Precizēts mērķa nosaukums')
  await page.locator('button[value=commit]').click()
  // The loading is done outside of the request; without scripts the page asks again by itself, or when it is told to.
  for (let tries = 0; tries < 60 && (await page.locator('h1').textContent()) !== 'Ielādēts'; tries += 1) {
    await page.waitForTimeout(500)
    await page.reload()
  }
  expect(await page.locator('h1').textContent()).toBe('Ielādēts')
  await fits()
  const shown = await visitor.open('/liepaja/strategija')
  expect(await shown.locator('main').textContent()).toContain(`${title} visiem`)
})

test('in English, what is no table is refused with what to do', async ({ visitor }) => {
  const page = await visitor.openAs('educationHead', `/en${DATA}`, { javaScriptEnabled: false })
  const files = {
    name: 'picture.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n'),
  }
  await page.locator('[name=files]').setInputFiles(files)
  await page.locator('main form button').first().click()
  expect(await page.locator('[role=alert]').textContent()).toContain('picture.xlsx')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

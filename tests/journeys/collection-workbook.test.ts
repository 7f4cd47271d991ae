import { expect } from 'vitest'
import { refilled } from '../../src/modules/collection/workbook/testing.ts'
import { findViolations, overflowOf, PHONE } from '../pages/visit.ts'
import { press, test } from './site.ts'

const FORM = '/darbs/liepaja/datu-vaksana/vaksana/vakances/lvg'

test.for(['', '/en'])(
  'what an upload says breaks no accessibility rule: %s',
  { timeout: 120_000 },
  async (language, { visitor }) => {
    const address = `${language}${FORM}/augsupielade`
    const page = await visitor.openAs('institutionCoordinator', address, { viewport: PHONE, bypassCSP: true })
    const file = await page.request.get(`${visitor.address}${language}${FORM}/veidlapa.xlsx`)
    const workbook = new Uint8Array(await file.body())
    const tab = language === '' ? 'Dati' : 'Data'
    const faults = await findViolations(page)
    for (const value of ['daudz', 61]) {
      await page.locator('[name=workbook]').setInputFiles({
        name: 'veidlapa.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(await refilled(workbook, { [`${tab}!E4`]: value })),
      })
      await page.locator('form:has([name=workbook]) button').click()
      await page.locator('#checks').waitFor()
      faults.push(...(await findViolations(page)))
      expect(await overflowOf(page)).toBe(0)
    }
    expect(faults).toEqual([])
  },
)

test('a coordinator fills the form in with a spreadsheet, mends what is wrong, takes it over and hands in', async ({
  visitor,
}) => {
  const page = await visitor.openAs('institutionCoordinator', FORM, {
    viewport: PHONE,
    javaScriptEnabled: false,
  })
  await page.getByRole('link', { name: 'Augšupielādēt darbgrāmatu' }).click()
  expect(await page.locator('h1').textContent()).toBe('Augšupielādēt darbgrāmatu')
  const link = page.getByRole('link', { name: 'Lejupielādēt darbgrāmatu' })
  const file = await page.request.get(visitor.address + ((await link.getAttribute('href')) ?? ''))
  expect(file.headers()['cache-control']).toContain('no-store')
  const workbook = new Uint8Array(await file.body())
  const upload = async (bytes: Uint8Array) => {
    await page.locator('[name=workbook]').setInputFiles({
      name: 'veidlapa.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(bytes),
    })
    await press(page, 'Apskatīt, kas mainītos')
  }
  const main = async () => (await page.locator('main').textContent()) ?? ''

  await upload(await refilled(workbook, { 'Dati!E4': 'daudz', 'Dati!E5': -1 }))
  expect(await page.title()).toMatch(/^Lūdzu, izlabojiet: /)
  const wrong = await page.locator('[role=alert] li').allTextContents()
  expect(wrong.map((line) => line.split(':')[0])).toEqual(['Dati!E4', 'Dati!E5'])
  expect(await page.getByRole('button', { name: 'Pārņemt melnrakstā' }).count()).toBe(0)
  expect(await overflowOf(page)).toBe(0)

  const mended = await refilled(workbook, {
    'Dati!E4': 61,
    'Dati!E5': 0,
    'Dati!E6': 'Visas vietas aizpildītas',
  })
  await upload(mended)
  expect(await main()).toContain('Veidlapa būtu gatava iesniegšanai.')
  expect(await overflowOf(page)).toBe(0)
  await press(page, 'Pārņemt melnrakstā')
  expect(await page.locator('[role=status]').first().textContent()).toContain('Iesniegts vēl nekas nav.')
  await upload(mended)
  expect(await main()).toContain('nekas nemainītos')

  await page.getByRole('link', { name: 'Atvērt veidlapu' }).first().click()
  expect(await page.locator('[name=vakances]').inputValue()).toBe('0')
  for (const comment of await page.locator('[name^="check:"]').all()) await comment.fill('Tā ir pareizi.')
  await press(page, 'Iesniegt')
  await page.waitForURL(/(atgriezts|parskats)$/)
  expect(await main()).toContain('gaida pārbaudi')
}, 120_000)

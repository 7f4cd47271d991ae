import { describe, expect } from 'vitest'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { press, test } from './site.ts'

const HOME = '/darbs/liepaja/datu-vaksana'
const CALL = `${HOME}/vaksana/izdevumi`
const FORM = `${CALL}/lvg`

describe('figures are handed in once', { timeout: 120_000 }, () => {
  test('a head mends on a phone, without scripts, what came back, and sees what the figures show', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('institutionHead', HOME, { viewport: PHONE, javaScriptEnabled: false })
    await page.locator(`a[href="${FORM}"]`).first().click()
    expect(await page.locator('main').textContent()).toContain('Vai summā ir arī kapitālie remonti?')
    expect(await overflowOf(page)).toBe(0)

    await page.locator('[name="uzturesana"]').fill('0')
    await press(page, 'Iesniegt')
    expect(await page.title()).toMatch(/^Lūdzu, izlabojiet: /)
    expect(await page.locator('main').textContent()).toContain('jābūt lielākam par nulli')
    expect(await page.locator('[name="uzturesana"]').inputValue()).toBe('0')

    await page.locator('[name="uzturesana"]').fill('74 700,50')
    await page.locator('[name="piezimes"]').fill('Kapitālie remonti summā nav.')
    for (const comment of await page.locator('[name^="check:"]').all()) await comment.fill('Tā ir pareizi.')
    await press(page, 'Iesniegt')
    await page.waitForURL(/atgriezts$/)
    expect(await page.locator('h1').textContent()).toBe('Ko iesniegtais rāda')
    expect(await page.locator('main').textContent()).toContain('gaida pārbaudi')
    expect(await overflowOf(page)).toBe(0)
  })

  test('a specialist looks it over and accepts it, and the figure leads back to the call', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('educationSpecialist', `${CALL}/uzraudziba`)
    expect(await page.locator('main').textContent()).toContain('Liepājas Valsts ģimnāzija')
    await page.goto(`${visitor.address}${FORM}/parskats`)
    expect(await page.locator('main').textContent()).toContain('Kapitālie remonti summā nav.')
    await press(page, 'Pieņemt')
    await page.waitForURL(/parskats$/)
    expect(await page.locator('[role=status]').first().textContent()).toContain('Pieņemts')

    const figure = await visitor.open('/liepaja/raditaji/P1', { javaScriptEnabled: false })
    const source = figure.getByRole('link', { name: /Iestādes gada dati/ }).first()
    await source.click()
    expect(new URL(figure.url()).pathname).toMatch(/^\/liepaja\/datu-vaksana\/gada-dati-\d$/)
  })

  test('an analyst reads what the accepted figures come to, and takes all answers away', async ({
    visitor,
  }) => {
    const page = await visitor.openAs('dataAnalyst', `${CALL}/rezultats`)
    expect(await page.locator('main').textContent()).toContain('Iestādes uzturēšanai izlietots')
    const file = await page.request.get(`${visitor.address}${CALL}/atbildes.csv`)
    expect(file.status()).toBe(200)
    expect(await file.text()).toContain('uzturesana')
  })

  test('anybody reads what is asked of institutions, and how long it takes them', async ({ visitor }) => {
    const page = await visitor.open('/liepaja/datu-vaksana', { javaScriptEnabled: false, viewport: PHONE })
    expect(await page.locator('main').textContent()).toContain('Iestādes gada dati')
    expect(await page.locator('main').textContent()).not.toContain('Interešu izglītības piedāvājums')
    await page.goto(`${visitor.address}/liepaja/datu-slogs`)
    expect(await page.locator('main').textContent()).toContain('Liepājas Valsts ģimnāzija')
    expect(await overflowOf(page)).toBe(0)
  })
})

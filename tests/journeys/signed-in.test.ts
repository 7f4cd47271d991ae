import { expect, inject } from 'vitest'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { tabTo } from './keyboard.ts'
import { letterTo } from './letters.ts'
import { press, test } from './site.ts'

const WITHOUT_SCRIPTS = { javaScriptEnabled: false, viewport: PHONE }
/** What a page says, part by part. */
const WORDS = 'main :is(h1, h2, h3, p, li, th, td, dt, dd)'
const TARGETS = '/liepaja/raditaji/14/labot?dala=merki&rinda=14/preschool/culture'

test('the department changes a target, sees what follows before it saves, and undoes it', async ({
  visitor,
}) => {
  const words = async () => (await visitor.open('/liepaja/raditaji/14')).locator(WORDS).allTextContents()
  const before = await words()
  const page = await visitor.openAs('educationHead', TARGETS, WITHOUT_SCRIPTS)
  await page.locator('[name="2025.value"]').fill('-3')
  const year = page.locator('fieldset', { has: page.locator('[name="2025.value"]') })
  await year.getByText('Vairāk').click()
  await page.locator('[name="2025.printed"]').fill('')
  await press(page, 'Skatīt, kas mainīsies')
  expect(await page.locator('main').textContent()).toContain('Uzrakstiet, kāpēc to maināt.')
  expect(await page.locator('[name="2025.value"]').inputValue()).toBe('-3')
  await page.locator('[name=_why]').fill('Precizēts pēc dokumenta')
  await press(page, 'Skatīt, kas mainīsies')
  expect(await page.locator('main').textContent()).toContain('Mainīsies 1 vērtējums')
  expect(await overflowOf(page)).toBe(0)
  expect(await words()).toEqual(before)

  await press(page, 'Saglabāt')
  expect(await page.locator('[role=status]').textContent()).toContain('Saglabāts: ')
  expect(await words()).not.toEqual(before)

  await page.getByRole('link', { name: 'Izmaiņu vēsture' }).click()
  expect(await overflowOf(page)).toBe(0)
  const undo = page.locator('form', { has: page.locator('[name=_revision][value="2"]') })
  await page.locator('details', { has: undo }).locator('summary').click()
  await undo.locator('[name=_why]').fill('Kļūdījos')
  await undo.locator('button').click()
  expect(await words()).not.toEqual(before)
  await press(page, 'Atcelt izmaiņu')
  expect(await page.locator('main').textContent()).toContain('Kļūdījos')
  const lines = new Set(before)
  const others = (await words()).filter((line) => !lines.has(line))
  expect(others.filter((line) => !line.includes('3. redakcija'))).toEqual([])
})

test('a school gets a series and its first figure without scripts', async ({ visitor }) => {
  const page = await visitor.openAs(
    'educationSpecialist',
    '/liepaja/raditaji/18/labot?dala=vertibas',
    WITHOUT_SCRIPTS,
  )
  await page.locator('select[name=rinda]').selectOption({ label: 'Pamatskola' })
  await press(page, 'Rādīt šo rezultātu')
  expect(await page.locator('h1').textContent()).toContain('Pamatskola')
  await page.getByRole('link', { name: 'Jauns rezultāts' }).click()
  await page.locator('[name=institution]').selectOption('lvg')
  await page.locator('[name=_why]').fill('Skola sāk ziņot pati')
  await press(page, 'Skatīt, kas mainīsies')
  expect(await page.locator('#preview').textContent()).toContain('Liepājas Valsts ģimnāzija')
  await press(page, 'Saglabāt')
  expect(await overflowOf(page)).toBe(0)
  await page.getByRole('link', { name: 'Ierakstīt tā pirmo skaitli' }).click()
  await page.locator('[name="new.period"]').fill('2024/2025')
  await page.locator('[name="new.value"]').fill('77,7')
  await page.locator('[name=_why]').fill('Skolas pārskats')
  await press(page, 'Skatīt, kas mainīsies')
  await press(page, 'Saglabāt')
  expect(await page.locator('[role=status]').textContent()).toContain('Saglabāts: ')
  const shown = await visitor.open('/liepaja/raditaji/18')
  expect(await shown.locator('main').textContent()).toContain('Liepājas Valsts ģimnāzija')
})

test('two editors of one text: the second sees both, and nobody’s is lost', async ({ visitor }) => {
  const address = '/en/liepaja/raditaji/20/labot'
  const [first, second] = await Promise.all([
    visitor.openAs('educationHead', address, { javaScriptEnabled: false }),
    visitor.openAs('educationSpecialist', address, WITHOUT_SCRIPTS),
  ])
  const type = async (page: typeof first, title: string) => {
    await page.locator('[name=title_en]').fill(title)
    await page.locator('[name=_why]').fill('Clearer words')
    await press(page, 'See what will change')
  }
  await type(first, 'What the head has written')
  await type(second, 'What the specialist has written')
  await press(first, 'Save')
  expect(await first.locator('[role=status]').textContent()).toContain('Saved')
  await press(second, 'Save')
  expect(await second.locator('[role=alert]').count()).toBe(1)
  expect(await second.locator('[name=title_en]').inputValue()).toBe('What the specialist has written')
  expect(await second.locator('main').textContent()).toContain('What the head has written')
  expect(await overflowOf(second)).toBe(0)
  const page = await visitor.open('/en/liepaja/raditaji/20')
  expect(await page.locator('main').textContent()).toContain('What the head has written')
})

test('by keyboard alone: a reader’s message is given to somebody and answered, and the letter arrives', async ({
  visitor,
}) => {
  const reader = 'lasitaja@example.lv'
  const page = await visitor.open('/zinot?par=/liepaja/raditaji/14', { javaScriptEnabled: false })
  await tabTo(page, /^Skaitlis vai teksts/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Jūsu ziņojums/)
  await page.keyboard.type('Kļūda: 2023./2024. gadā bija 1118.')
  await tabTo(page, /^E-pasts vai tālrunis/)
  await page.keyboard.type(reader)
  await tabTo(page, /^Nosūtīt ziņojumu/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/zinot\/paldies/)

  const work = await visitor.openAs('educationHead', '/darbs/liepaja/zinojumi')
  await tabTo(work, /Izglītojamo skaits LBJC/)
  await work.keyboard.press('Enter')
  await work.waitForURL(/zinojumi\/./)
  expect(await work.locator('main').textContent()).toContain('1118')
  const address = work.url()
  await tabTo(work, /^Uzticēt$/)
  await work.keyboard.press('Enter')
  await work.locator('dd', { hasText: /^jums$/ }).waitFor()
  await work.goto(address)
  await tabTo(work, /^Atbilde/)
  await work.keyboard.type('Paldies! Skaitlis ir izlabots.')
  await tabTo(work, /^Saglabāt un nosūtīt atbildi/)
  await work.keyboard.press('Enter')
  await work.getByText('Paldies! Skaitlis ir izlabots.').waitFor()
  const letter = await letterTo(inject('dataFolder'), reader, ({ text = '' }) => text.includes('izlabots'))
  expect(letter.text).toContain('Paldies! Skaitlis ir izlabots.')
})

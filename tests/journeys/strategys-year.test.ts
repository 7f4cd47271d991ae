import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { letterTo, linkIn } from './letters.ts'
import { test as base, press } from './site.ts'
import { startSite } from './start-site.ts'

/** The year changes the plan that other journeys read, so that it is lived on a site of its own. */
const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const site = await startSite(inject('yearUrl'))
    onCleanup(async () => {
      await site.stop()
    })
    return site
  })
  .extend('address', { scope: 'file' }, ({ site }) => site.address)

const HOME = '/darbs/liepaja'
const TODAY = municipalDay()
const YEAR = TODAY.slice(0, 4)
const ACCOUNTABLE = { name: 'Demo: Mācīšanās konsultants', email: 'learningconsultant@demo.izaugsme' }
const ROUND = 'Gada noslēguma kārta'
/** Nobody answers for them in the demonstration. */
const [FIRST, SECOND] = ['1.1.3', '1.1.6'] as const
const SENTENCE = 'Programma ir saskaņota ar visām skolām.'
const PLAN = 'Ģimnāzijas attīstības plāns jaunajam laikam'
const COMMENTARY = 'Kavējas darbības, kurām gadā nebija naudas.'
const PLAIN = { javaScriptEnabled: false } as const

const words = (page: Page) => page.locator('main').innerText()

/** Fills fields of the page by their names: lines, texts, days, lists and choices. */
async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const kind = await field.evaluate((one) => ('type' in one ? String(one.type) : ''))
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select-one') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Saves an edit, once what it changes has been looked at. */
async function save(page: Page) {
  await press(page, 'Skatīt, kas mainīsies')
  await press(page, 'Saglabāt')
}

const coverageIn = async (page: Page) => Number(/ (\d+) ir saskaņotajos plānos/.exec(await words(page))?.[1])

describe('a year of a strategy', { timeout: 120_000 }, () => {
  test('the head says who answers for two actions, and opens a round', async ({ visitor }) => {
    const head = await visitor.openAs('educationHead', `${HOME}/ricibas-plans/atbildiba`, PLAIN)
    for (const action of [FIRST, SECOND])
      await head.locator(`[name="${action}.account"]`).selectOption({ label: ACCOUNTABLE.name })
    await save(head)
    await head.goto(`${visitor.address}${HOME}/statusa-kartas/jauna`)
    await fill(head, {
      title_lv: ROUND,
      title_en: 'Round at the end of the year',
      as_of: YEAR,
      opens_on: TODAY,
      due_on: addDays(TODAY, 7),
      closes_on: addDays(TODAY, 14),
      decided_by: 'editor',
    })
    await save(head)
    await press(head, 'Atvērt tagad')
    expect(await words(head)).toContain('gaida ziņojumu')
  })

  test('whoever answers reports on a phone, by the one link of the one letter, without signing in', async ({
    visitor,
    site,
  }) => {
    const letter = await letterTo(site.data, ACCOUNTABLE.email, ({ subject = '' }) => subject.includes(ROUND))
    const phone = await visitor.open(pathIn(linkIn(letter)), { ...PLAIN, viewport: PHONE })
    expect(await words(phone)).toContain('Atlicis ziņot par 2 no 2')
    await phone.screenshot({ path: '/tmp/k2-1.png', fullPage: true })
    expect(await overflowOf(phone)).toBe(0)
    await fill(phone, { status: 'inProgress', sentence: SENTENCE })
    await press(phone, 'Nosūtīt ziņojumu')
    expect(await words(phone)).toContain(`Ziņojums par ${FIRST} ir saņemts`)
    await fill(phone, { status: 'implemented', sentence: 'Viss ir padarīts.' })
    await press(phone, 'Nosūtīt ziņojumu')
    expect(await words(phone)).toContain(`Ziņojums par ${SECOND} ir saņemts`)
    expect(await overflowOf(phone)).toBe(0)
  })

  test('a specialist accepts one report and returns the other, which is mended by the same link', async ({
    visitor,
    site,
  }) => {
    const at = (action: string) => `${HOME}/statusa-kartas/${YEAR}/${action}`
    const desk = await visitor.openAs('educationSpecialist', at(FIRST), PLAIN)
    expect(await words(desk)).toContain(SENTENCE)
    await press(desk, 'Pieņemt un publicēt')
    await desk.goto(visitor.address + at(SECOND))
    await fill(desk, { remark: 'Kas to rāda?' })
    await press(desk, 'Atgriezt ar piezīmi')
    expect(await words(desk)).toContain('atgriezts precizēt')
    await desk.screenshot({ path: '/tmp/k2-2.png', fullPage: true })

    const everybody = await visitor.open(`/liepaja/ricibas-plans/${FIRST}`, PLAIN)
    expect(await words(everybody)).toContain(SENTENCE)
    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans/${SECOND}`)
    expect(await words(everybody)).not.toContain('Viss ir padarīts.')

    const letter = await letterTo(site.data, ACCOUNTABLE.email, ({ subject = '' }) => subject.includes(ROUND))
    const phone = await visitor.open(pathIn(linkIn(letter)), { ...PLAIN, viewport: PHONE })
    expect(await words(phone)).toContain('Kas to rāda?')
    await fill(phone, { evidence_url: 'https://www.liepaja.lv/atskaite' })
    await press(phone, 'Nosūtīt ziņojumu')
    await desk.reload()
    await press(desk, 'Pieņemt un publicēt')
    await everybody.reload()
    expect(await words(everybody)).toContain('Viss ir padarīts.')
  })

  test('an institution drafts its plan from actions, the department says its word and agrees', async ({
    visitor,
  }) => {
    const everybody = await visitor.open('/liepaja/saskanotiba', PLAIN)
    const before = await coverageIn(everybody)
    const writer = await visitor.openAs('institutionHead', `${HOME}/attistibas-plani/jauns`, PLAIN)
    await fill(writer, { title: PLAN })
    await press(writer, 'Sākt plānu')
    const plan = new URL(writer.url()).pathname
    await writer.getByRole('link', { name: 'Uzdevumi no stratēģijas darbībām' }).click()
    await writer.screenshot({ path: '/tmp/k2-3.png', fullPage: true })
    await writer.locator('main fieldset').first().locator('[type=checkbox]').first().check()
    await writer.locator('main fieldset').first().locator('[type=checkbox]').last().check()
    await press(writer, 'Izveidot uzdevumus')
    await press(writer, 'Iesniegt saskaņošanai')
    expect(await words(writer)).toContain('Plāns iesniegts')

    const desk = await visitor.openAs('educationHead', plan, PLAIN)
    await fill(desk, { step: 'comment', words: 'Kurš no jums to vada?' })
    await press(desk, 'Saglabāt')
    await writer.reload()
    await writer.locator('[name=reply_to]').selectOption({ label: 'Kurš no jums to vada?' })
    await fill(writer, { reply: 'Direktora vietniece.' })
    await press(writer, 'Atbildēt')
    await desk.reload()
    expect(await words(desk)).toContain('Direktora vietniece.')
    await fill(desk, { step: 'agreed', agreed_on: TODAY, agreed_by: 'Izglītības pārvaldes vadītāja' })
    await press(desk, 'Saglabāt')
    await desk.screenshot({ path: '/tmp/k2-4.png', fullPage: true })
    await everybody.reload()
    expect(await words(everybody)).toContain(PLAN)
    expect(await coverageIn(everybody)).toBeGreaterThan(before)
  })

  test('the head drafts a version, records the council’s decision and adopts it', async ({ visitor }) => {
    const duties = await visitor.open('/liepaja/pienakumi', PLAIN)
    const unamended = 'dome nav pieņēmusi tās izmaiņas'
    expect(await words(duties)).toContain(unamended)
    const head = await visitor.openAs('educationHead', `${HOME}/redakcijas`, PLAIN)
    await fill(head, { kind: 'midterm', reason: 'Perioda vidus pārskats.' })
    await press(head, 'Sākt projektu')
    const draft = head.url()
    const propose = async (action: string, values: Record<string, string>) => {
      await head.goto(`${draft}/darbibas/${action}`)
      await fill(head, values)
      await save(head)
    }
    await head.goto(`${draft}/darbibas/1.2.1`)
    await head.screenshot({ path: '/tmp/k2-5.png', fullPage: true })
    await head.locator('main details summary').click()
    await propose('1.1.4', { kind: 'merge', into: FIRST, reason_lv: 'Abas dara vieni un tie paši cilvēki.' })
    await propose('1.1.5', { kind: 'end', reason_lv: 'Tā vairs nav vajadzīga.' })
    await head.goto(`${draft}/darbibas/1.2.1`)
    await head.locator('main details summary').click()
    await fill(head, {
      kind: 'change',
      due_on: `${YEAR}-12-31`,
      reason_lv: 'Darbībai nebija termiņa.',
    })
    await save(head)
    await head.goto(draft)
    await head.getByRole('link', { name: 'Salīdzināt ar spēkā esošo plānu' }).click()
    await head.screenshot({ path: '/tmp/k2-6.png', fullPage: true })
    expect(await words(head)).toContain('Atšķiras 3 vietas')
    expect(await words(head)).toContain('Abas dara vieni un tie paši cilvēki.')
    const everybody = await visitor.open('/liepaja/ricibas-plans/1.1.5', PLAIN)
    expect(await words(everybody)).not.toContain('Darbība vairs nav plānā')

    await head.goto(`${draft}/lemums`)
    await fill(head, { decision_number: '321', decided_on: TODAY, in_force_on: TODAY, minutes: 'Prot. 12' })
    await save(head)
    await head.goto(`${draft}/pienemt`)
    await press(head, 'Pieņemt un mainīt plānu')

    await everybody.reload()
    expect(await words(everybody)).toContain('Darbība vairs nav plānā')
    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans`)
    expect(await words(everybody)).toContain('Jūs lasāt 2. redakciju')
    await everybody.screenshot({ path: '/tmp/k2-7.png', fullPage: false })
    await everybody.goto(`${visitor.address}/liepaja/redakcijas/1`)
    expect(await words(everybody)).toContain('Tagad spēkā ir 2. redakcija.')
    await duties.reload()
    expect(await words(duties)).not.toContain(unamended)
  })

  test('a supervision report is written, frozen and published, and the council reads its pack', async ({
    visitor,
  }) => {
    const desk = await visitor.openAs('educationSpecialist', `${HOME}/parskati/jauns`, PLAIN)
    const begin = async (kind: string) => {
      await desk.goto(`${visitor.address}${HOME}/parskati/jauns`)
      await fill(desk, { kind })
      await press(desk, 'Sākt pārskatu')
      return new URL(desk.url()).pathname
    }
    const freeze = async (report: string, readers: string) => {
      await desk.goto(`${visitor.address}${report}/iesaldet`)
      await fill(desk, { readers })
      await press(desk, 'Iesaldēt')
      return new URL(desk.url()).pathname
    }
    const supervision = await begin('supervision')
    await desk.screenshot({ path: '/tmp/k2-8.png', fullPage: false })
    await desk.locator('main table a[href*="/sadala/"]').first().click()
    await fill(desk, { lv: COMMENTARY, en: 'Actions without money are late.' })
    await save(desk)
    await freeze(supervision, 'public')

    const key = supervision.split('/').at(-1)
    const everybody = await visitor.open('/liepaja/parskati', { ...PLAIN, viewport: PHONE })
    await everybody.locator(`main a[href="/liepaja/parskati/${key}"]`).click()
    expect(await words(everybody)).toContain(COMMENTARY)
    expect(await overflowOf(everybody)).toBe(0)
    await everybody.screenshot({ path: '/tmp/k2-9.png', fullPage: false })
    const take = async (format: string) => {
      const link = everybody.locator(`main a[href="/liepaja/parskati/${key}.${format}"]`)
      const file = await everybody.request.get(visitor.address + ((await link.getAttribute('href')) ?? ''))
      expect(file.status()).toBe(200)
      return (await file.body()).subarray(0, 4).toString('latin1')
    }
    expect(await take('pdf')).toBe('%PDF')
    expect(await take('docx')).toBe('PK\u0003\u0004')

    const pack = await freeze(await begin('committee'), 'inner')
    const council = await visitor.openAs('councilMember', pack, { ...PLAIN, viewport: PHONE })
    await council.screenshot({ path: '/tmp/k2-10.png', fullPage: true })
    expect(await words(council)).toContain('Lasa pārvalde un domes deputāti.')
    expect(await overflowOf(council)).toBe(0)
  })
})

/** An address without the site on which it is. */
function pathIn(link: string): string {
  const { pathname, search } = new URL(link)
  return pathname + search
}

import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { letterTo, linkIn } from './letters.ts'
import { test as base, press } from './site.ts'
import { type Site, startSite } from './start-site.ts'

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
const ADDED = 'Mentoru tīkls jaunajiem pedagogiem'
const END = `${YEAR}-12-31`
const PLAIN = { javaScriptEnabled: false } as const

const words = async (page: Page) => (await page.locator('main').textContent()) ?? ''

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

const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

/** The letter by which a round asks whoever answers, and the address that it leads to. */
async function askedBy({ data }: Site) {
  const letter = await letterTo(
    data,
    ACCOUNTABLE.email,
    ({ subject = '', text = '' }) => subject.includes(ROUND) && text.includes('/zinot/darbibas'),
  )
  const { pathname, search } = new URL(linkIn(letter))
  return { letter, link: pathname + search }
}

/** On how many actions nobody has reported for this year, as duties say it. */
const unreportedIn = async (page: Page) =>
  Number(new RegExp(`${YEAR}\\. gads: nav ziņots par (\\d+)`).exec(await words(page))?.[1])

/** How many actions stand in agreed plans. */
const coverageIn = async (page: Page) => Number(/ (\d+) ir saskaņotajos plānos/.exec(await words(page))?.[1])

describe('a year of a strategy', { timeout: 120_000 }, () => {
  test('the head says who answers for two actions, and opens a round', async ({ visitor }) => {
    const head = await visitor.openAs('educationHead', HOME, PLAIN)
    await follow(head, 'Atbildība par darbībām')
    for (const action of [FIRST, SECOND])
      await head.locator(`[name="${action}.account"]`).selectOption({ label: ACCOUNTABLE.name })
    await save(head)
    await head.goto(visitor.address + HOME)
    await follow(head, 'Statusa kārtas')
    await follow(head, 'Jauna statusa kārta')
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
    const { letter, link } = await askedBy(site)
    expect(letter.text?.match(/\/zinot\/darbibas/g)).toHaveLength(1)
    const phone = await visitor.open(link, { ...PLAIN, viewport: PHONE })
    expect(await words(phone)).toContain('Atlicis ziņot par 2 no 2')
    expect(await overflowOf(phone)).toBe(0)
    await fill(phone, { status: 'inProgress', sentence: SENTENCE })
    await press(phone, 'Nosūtīt ziņojumu')
    expect(await words(phone)).toContain(`Ziņojums par ${FIRST} ir saņemts`)
    await fill(phone, { status: 'implemented', sentence: 'Viss ir padarīts.' })
    await press(phone, 'Nosūtīt ziņojumu')
    expect(await words(phone)).toContain(`Ziņojums par ${SECOND} ir saņemts`)
    expect(await overflowOf(phone)).toBe(0)
  })

  test('a specialist returns one report, which is mended by the same link, and accepts both', async ({
    visitor,
    site,
  }) => {
    const everybody = await visitor.open('/liepaja/pienakumi', PLAIN)
    const unreported = await unreportedIn(everybody)
    const desk = await visitor.openAs('educationSpecialist', '/darbs', PLAIN)
    await follow(desk, `2 ziņojumi gaida lēmumu: ${ROUND}`)
    const round = new URL(desk.url()).pathname
    const at = (action: string) => `${visitor.address}${round}/${action}`
    await desk.goto(at(SECOND))
    await fill(desk, { remark: 'Kas to rāda?' })
    await press(desk, 'Atgriezt ar piezīmi')
    expect(await words(desk)).toContain('atgriezts precizēt')
    await desk.goto(at(FIRST))
    expect(await words(desk)).toContain('ziņoja ar saiti vēstulē')
    await press(desk, 'Pieņemt un publicēt')

    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans/${FIRST}`)
    expect(await words(everybody)).toContain(SENTENCE)
    expect(await words(everybody)).toContain('tiek īstenota')
    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans/${SECOND}`)
    expect(await words(everybody)).not.toContain('Viss ir padarīts.')

    const { link } = await askedBy(site)
    const phone = await visitor.open(link, { ...PLAIN, viewport: PHONE })
    expect(await words(phone)).toContain('Kas to rāda?')
    await fill(phone, { evidence_url: 'https://www.liepaja.lv/atskaite' })
    await press(phone, 'Nosūtīt ziņojumu')
    await desk.goto(at(SECOND))
    await press(desk, 'Pieņemt un publicēt')
    await everybody.reload()
    expect(await words(everybody)).toContain('Viss ir padarīts.')
    await everybody.goto(`${visitor.address}/liepaja/pienakumi`)
    expect(await unreportedIn(everybody)).toBe(unreported - 2)

    await desk.goto(visitor.address + round)
    await press(desk, 'Slēgt tagad')
    expect(await words(desk)).toContain('neatbildēja')
    await phone.goto(visitor.address + link)
    expect(await phone.locator('main form').count()).toBe(0)
  })

  test('an institution drafts its plan from actions, the department says its word and agrees', async ({
    visitor,
  }) => {
    const everybody = await visitor.open('/liepaja/saskanotiba', PLAIN)
    const before = await coverageIn(everybody)
    const writer = await visitor.openAs('institutionHead', HOME, PLAIN)
    await follow(writer, 'Attīstības plāni')
    await follow(writer, 'Sākt jaunu plānu')
    await fill(writer, { title: PLAN })
    await press(writer, 'Sākt plānu')
    const plan = new URL(writer.url()).pathname
    await follow(writer, 'Uzdevumi no stratēģijas darbībām')
    const concerned = writer.getByRole('group', { name: 'Darbības, kas skar iestādi' })
    await concerned.getByRole('checkbox').first().check()
    await concerned.getByRole('checkbox').last().check()
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
    await everybody.reload()
    expect(await words(everybody)).toContain(PLAN)
    expect(await coverageIn(everybody)).toBeGreaterThan(before)
  })

  test('the head drafts a version, records the council’s decision and adopts it', async ({ visitor }) => {
    const duties = await visitor.open('/liepaja/pienakumi', PLAIN)
    const unamended = 'dome nav pieņēmusi tās izmaiņas'
    expect(await words(duties)).toContain(unamended)
    const head = await visitor.openAs('educationHead', HOME, PLAIN)
    await follow(head, 'Plāna redakcijas')
    // The demonstration has a draft under way; there is one at a time.
    await head.locator('main .list a').first().click()
    await follow(head, 'Atmest projektu')
    await fill(head, { why: 'Sāksim no jauna.' })
    await press(head, 'Atmest')
    await head.goto(visitor.address + HOME)
    await follow(head, 'Plāna redakcijas')
    await fill(head, { kind: 'midterm', reason: 'Perioda vidus pārskats.' })
    await press(head, 'Sākt projektu')
    const draft = head.url()
    const number = draft.split('/').at(-1)
    const propose = async (address: string, values: Record<string, string>) => {
      await head.goto(`${draft}/${address}`)
      const folded = head.locator('main details:not([open]) summary')
      if ('due_on' in values && (await folded.count()) > 0) await folded.first().click()
      await fill(head, values)
      await save(head)
    }
    const because = (reason_lv: string) => ({ reason_lv })
    await propose('darbibas/1.1.4', { kind: 'merge', into: FIRST, ...because('Abas dara vieni cilvēki.') })
    await propose('darbibas/1.1.5', { kind: 'end', ...because('Tā vairs nav vajadzīga.') })
    await propose('darbibas/1.2.1', { kind: 'change', due_on: END, ...because('Tai nebija termiņa.') })
    const added = { code: '1.1.7', direction: '1.1', position: '7', title_lv: ADDED, title_en: 'Mentors' }
    await propose('jauna-darbiba', { kind: 'add', ...added, due_on: END, ...because('Tās trūkst.') })
    await head.goto(draft)
    await follow(head, 'Salīdzināt ar spēkā esošo plānu')
    expect(await words(head)).toContain('Atšķiras 4 vietas')
    expect(await words(head)).toContain('Abas dara vieni cilvēki.')
    const everybody = await visitor.open('/liepaja/ricibas-plans/1.1.5', PLAIN)
    expect(await words(everybody)).not.toContain('Darbība vairs nav plānā')

    await head.goto(draft)
    await follow(head, 'Ierakstīt domes lēmumu')
    await fill(head, { decision_number: '321', decided_on: TODAY, in_force_on: TODAY, minutes: 'Prot. 12' })
    await save(head)
    await head.goto(draft)
    await follow(head, 'Pieņemt redakciju')
    await press(head, 'Pieņemt un mainīt plānu')

    await everybody.reload()
    expect(await words(everybody)).toContain('Darbība vairs nav plānā')
    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans`)
    expect(await words(everybody)).toContain(`Jūs lasāt ${number}. redakciju`)
    expect(await words(everybody)).toContain(ADDED)
    await everybody.goto(`${visitor.address}/liepaja/redakcijas/1`)
    expect(await words(everybody)).toContain(`Tagad spēkā ir ${number}. redakcija.`)
    await everybody.goto(`${visitor.address}/liepaja/ricibas-plans/1.1.4`)
    expect(await words(everybody)).toContain('To turpina darbība')
    await duties.reload()
    expect(await words(duties)).not.toContain(unamended)
  })

  test('a supervision report is written, frozen and published, and the council reads its pack', async ({
    visitor,
  }) => {
    const desk = await visitor.openAs('educationSpecialist', HOME, PLAIN)
    const begin = async (kind: string) => {
      await desk.goto(visitor.address + HOME)
      await follow(desk, 'Pārskati')
      await follow(desk, 'Sākt jaunu pārskatu')
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
    await desk.locator('main table a[href*="/sadala/"]').first().click()
    await fill(desk, { lv: COMMENTARY, en: 'Actions without money are late.' })
    await save(desk)
    await freeze(supervision, 'public')

    const key = supervision.split('/').at(-1)
    const everybody = await visitor.open('/liepaja/parskati', { ...PLAIN, viewport: PHONE })
    await everybody.locator(`main a[href="/liepaja/parskati/${key}"]`).click()
    expect(await words(everybody)).toContain(COMMENTARY)
    expect(await overflowOf(everybody)).toBe(0)
    const take = async (format: string) => {
      const link = everybody.locator(`main a[href="/liepaja/parskati/${key}.${format}"]`)
      const file = await everybody.request.get(visitor.address + ((await link.getAttribute('href')) ?? ''))
      expect(file.status()).toBe(200)
      return (await file.body()).subarray(0, 4).toString('latin1')
    }
    expect(await take('pdf')).toBe('%PDF')
    expect(await take('docx')).toBe('PK\u0003\u0004')

    const pack = await freeze(await begin('committee'), 'inner')
    const council = await visitor.openAs('councilMember', HOME, { ...PLAIN, viewport: PHONE })
    await follow(council, 'Pārskati')
    await council.locator(`main a[href="${pack}"]`).click()
    expect(await words(council)).toContain('Lasa pārvalde un domes deputāti.')
    expect(await overflowOf(council)).toBe(0)
  })
})

import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))

const PAGE = '/liepaja/strategija'
const part = (name: string, code?: string) =>
  `${PAGE}/labot?${new URLSearchParams({ dala: name, ...(code === undefined ? {} : { kods: code }) })}`

describe('the working twin of the strategy', () => {
  test('takes its words in both languages and the council’s decision', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationHead', 'anna'))
    const typed = {
      title_lv: 'Liepājas izglītības koncepcija',
      title_en: 'Liepāja’s education strategy',
      decision_number: '123/4',
      decided_on: '2020-05-21',
      vision_official_lv: 'Izglītota Liepāja ir laimīga Liepāja.',
    }
    const answer = await anna.send(part('koncepcija'), typed)
    expect(answer.status).toBe(303)
    const page = await anna.publicly(PAGE)
    expect(page).toContain('Liepājas izglītības koncepcija')
    expect(page).toContain('123/4')
    expect(page).toContain('Izglītota Liepāja ir laimīga Liepāja.')
    expect(await anna.publicly(`/en${PAGE}`)).toContain('Liepāja’s education strategy')
    expect(await (await anna.ask(answer.headers.get('location') ?? '')).text()).toContain('Saglabāts: ')
  })

  test('names everything that is wrong at once', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationHead', 'anna'))
    const answer = await anna.send(part('koncepcija'), { ends_on: '2019-12-31', title_lv: '' }, 'preview')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const field of ['ends_on', 'title_lv']) expect(page, field).toContain(`href="#field-${field}"`)
  })

  test('says before saving what a document then claims wrongly', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationHead', 'anna'))
    const answer = await anna.send(part('koncepcija'), { decided_on: '2023-05-21' }, 'preview')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('dati to atspēko')
    expect(await anna.publicly(PAGE)).not.toContain('2023. gada 21. maijs')
  })

  test('keeps earlier states and takes one back as a new one', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationHead', 'anna'))
    const was = (await anna.fields(part('merki', 'KP1'))).title_lv ?? ''
    await anna.send(part('merki', 'KP1'), { title_lv: 'Skola katram bērnam', _why: 'Īsāks nosaukums' })
    expect(await anna.publicly(PAGE)).toContain('Skola katram bērnam')
    const page = await anna.read(part('merki', 'KP1'))
    const address = (/href="(\/darbs\/liepaja\/vesture[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
    const history = await anna.read(address)
    expect(history).toContain('Īsāks nosaukums')
    expect(history).toContain(was)
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(history)?.[1] ?? ''
    const undone = await anna.ask(address, {
      _key: field('_key'),
      _revision: field('_revision'),
      _version: field('_version'),
      _confirmed: 'yes',
      _why: 'Vecais bija labāks',
    })
    expect(undone.status).toBe(303)
    expect(await anna.publicly(PAGE)).toContain(was)
    expect(await anna.publicly(PAGE)).not.toContain('Skola katram bērnam')
  })

  test('adds a direction and an action, and withdraws only what nothing points at', async ({
    db,
    liepaja,
  }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const words = { title_lv: 'Jauniešu iniciatīvas', title_en: 'Initiatives of young people' }
    const taken = await anna.send(part('virzieni', '+'), { code: '1.1', goal: 'KP1', ...words })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('jau ir lietots')
    expect((await anna.send(part('virzieni', '+'), { code: '1.9', goal: 'KP1', ...words })).status).toBe(303)
    const action = {
      code: '1.9.1',
      direction: '1.9',
      title_lv: 'Jauniešu padome',
      title_en: 'A youth council',
    }
    const added = await anna.send(part('darbibas', '+'), {
      ...action,
      starts_on: '2026-01-01',
      due_on: '2025-01-01',
    })
    expect(added.status).toBe(422)
    expect(await added.text()).toContain('href="#field-due_on"')
    expect(
      (await anna.send(part('darbibas', '+'), { ...action, responsible: 'Jauniešu centrs' })).status,
    ).toBe(303)
    expect(await anna.publicly('/liepaja/ricibas-plans/1.9.1')).toContain('Jauniešu centrs')

    const held = await anna.send(part('virzieni', '1.9'), { kept: 'withdrawn' })
    expect(held.status).toBe(422)
    expect(await held.text()).toContain('1.9.1')
    const own = '/liepaja/ricibas-plans/1.9.1/labot?dala=apraksts'
    expect((await anna.send(own, { kept: 'withdrawn' })).status).toBe(303)
    expect((await anna.send(part('virzieni', '1.9'), { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).not.toContain('Jauniešu iniciatīvas')
    // What was withdrawn can be brought back.
    expect((await anna.send(part('virzieni', '1.9'), { kept: 'shown' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).toContain('Jauniešu iniciatīvas')
    expect((await anna.send(part('virzieni', '1.9'), { kept: 'withdrawn' })).status).toBe(303)
  })

  test('keeps a goal that indicators measure until they are detached', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const words = { title_lv: 'Pagaidu mērķis', title_en: 'A goal for a while' }
    expect((await anna.send(part('merki', '+'), { code: 'KP9', ...words })).status).toBe(303)
    const drawn = await anna.fields(part('raditaji'))
    const before = drawn['raditajs.3'] ?? ''
    expect(before).toMatch(/^KP/)
    expect((await anna.send(part('raditaji'), { 'raditajs.3': 'KP9' })).status).toBe(303)
    const held = await anna.send(part('merki', 'KP9'), { kept: 'withdrawn' })
    expect(held.status).toBe(422)
    expect(await held.text()).toContain('Šo mērķi mēra 1 rādītājs')
    expect((await anna.send(part('raditaji'), { 'raditajs.3': before })).status).toBe(303)
    expect((await anna.send(part('merki', 'KP9'), { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).not.toContain('Pagaidu mērķis')
  })

  test('takes values, external factors and recommendations', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const added = {
      vertibas: { title_lv: 'Drosme', title_en: 'Courage', meaning_lv: 'Drīkstam kļūdīties' },
      apstakli: { title_lv: 'Pārslogoti autobusi', title_en: 'Crowded buses', effect_lv: 'Skolēni kavē' },
      ieteikumi: { title_lv: 'Satikties biežāk', title_en: 'Meet more often' },
    }
    for (const [name, typed] of Object.entries(added)) {
      const answer = await anna.send(part(name, '+'), { code: 'jauns', ...typed })
      expect(answer.status, name).toBe(303)
      expect(await anna.publicly(PAGE), name).toContain(typed.title_lv)
    }
  })

  test('shows a title to English readers in English', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const page = await anna.read('/en/liepaja/strategija/labot?dala=merki&kods=KP1')
    expect(page).toContain('Goals: KP1')
    expect(page).toContain('Short title in Latvian')
    expect(page).toContain('in force')
  })
})

describe('the working twin of the programmes', () => {
  test('says which directions a programme serves, where that is known', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const typed = {
      code: 'prasmes',
      title_lv: 'Digitālo prasmju programma',
      title_en: 'Programme of digital skills',
      state: 'planned',
    }
    const promised = await anna.send('/liepaja/programmas/labot?kods=%2B', typed)
    expect(promised.status).toBe(422)
    const told = await promised.text()
    expect(told).toContain('href="#field-promised_by"')
    const links = { 'link.1.1': 'yes', 'link.1.2': 'unknown' }
    const added = await anna.send('/liepaja/programmas/labot?kods=%2B', {
      ...typed,
      ...links,
      state: 'written',
    })
    expect(added.status).toBe(303)
    const page = '/liepaja/programmas/labot?kods=prasmes'
    expect(await anna.fields(page)).toMatchObject({
      'link.1.1': 'yes',
      'link.1.2': 'unknown',
      'link.2.1': '',
    })
    expect(await anna.publicly('/liepaja/programmas')).toContain('Digitālo prasmju programma')
    const moved = await anna.send(page, { 'link.1.1': '', 'link.1.2': 'no', progress_lv: 'Sākta izstrāde' })
    expect(moved.status).toBe(303)
    expect(await anna.fields(page)).toMatchObject({ 'link.1.1': '', 'link.1.2': 'no' })
    expect(await anna.publicly('/liepaja/programmas')).toContain('Sākta izstrāde')
  })
})

describe('the working twin of the documents', () => {
  const PAGES = '/liepaja/parskati/labot'

  test('takes a document, and keeps one that is cited', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const wrong = await anna.send(PAGES, {
      key: 'parskats-2026',
      title_lv: 'Gada pārskats',
      title_en: 'Yearly report',
      prepared_from: '2026-05-01',
      prepared_to: '2026-01-01',
      url: 'liepaja.lv',
    })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('href="#field-url"')
    const saved = await anna.send(PAGES, {
      key: 'parskats-2026',
      title_lv: 'Gada pārskats',
      title_en: 'Yearly report',
      url: 'https://www.liepaja.lv/parskats',
    })
    expect(saved.status).toBe(303)
    expect(await anna.publicly('/liepaja/parskati')).toContain('https://www.liepaja.lv/parskats')
    const cited = await anna.send(`${PAGES}?dokuments=evaluation`, { kept: 'withdrawn' })
    expect(cited.status).toBe(422)
    expect(await cited.text()).toContain('atsaucas')
    expect((await anna.send(`${PAGES}?dokuments=parskats-2026`, { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly('/liepaja/parskati')).not.toContain('https://www.liepaja.lv/parskats')
  })
})

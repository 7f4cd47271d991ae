import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'
import { type FormToPlant, giverOf, plantForm } from '../../../../tests/support/plant-form.ts'
import { findAsked } from '../form/asked.server.ts'
import { element, table } from '../form/testing.ts'
import { acceptSubmission, returnSubmission } from '../life/decide.service.server.ts'
import type { Option } from '../model.ts'

const test = databaseTest.extend('town', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))

const option = (key: string): Option => ({ key, name: { lv: `Izvēle ${key}`, en: `Choice ${key}` } })
const ELEMENTS = [
  element('pupils'),
  element('budget', { kind: 'money', unit: 'EUR', isRequired: false }),
  element('eaters', { kind: 'share', isRequired: false }),
  element('opened', { kind: 'date', isRequired: false }),
  element('heating', { kind: 'choice', choices: [option('gas'), option('wood')], isRequired: false }),
  element('words', { kind: 'text', isRequired: false }),
  table(
    'classes',
    ['one', 'two'],
    [
      ['girls', 'count'],
      ['boys', 'count'],
      ['all', 'count', 'girls + boys'],
    ],
  ),
]
const CHECKS = [{ key: 'adds_up', expression: 'pupils = sum(classes.all)', severity: 'hard' }] as const
const FILLED = {
  pupils: '20',
  budget: '12 500,50',
  eaters: '15',
  'eaters:of': '20',
  opened: '2020-09-01',
  heating: 'wood',
  words: 'Divas rindas\nar “pēdiņām” & <zīmēm>',
  'classes.one.girls': '5',
  'classes.one.boys': '5',
  'classes.two.girls': '10',
  'classes.two.boys': '0',
}

async function school(db: Database, town: string, given: Partial<FormToPlant> = {}) {
  const form = await plantForm(db, town, { elements: ELEMENTS, checks: CHECKS, ...given })
  const address = `/darbs/liepaja/datu-vaksana/vaksana/${form.key}/${form.schools[0]?.key}`
  const open = async (user = giverOf(form)) => {
    const ask = await openSiteAs(db, user)
    const read = async (path = address) => (await ask(path)).text()
    const send = async (step: 'save' | 'check' | 'submit', typed: Record<string, string>) =>
      ask(address, { ...fieldsIn(await read()), ...typed, _do: step })
    return { ask, read, send, stands: async () => fieldsIn(await read()) }
  }
  return { form, address, open }
}

describe('the form', () => {
  test('shows why it is asked, until when, and every kind of field', async ({ db, town }) => {
    const { open } = await school(db, town)
    const html = await (await open()).read()
    for (const said of [
      'Klašu plānošanai',
      'Izglītības likums',
      'Gada pārskatam',
      'ap 20 minūtes',
      'Izvēle wood',
      'type="date"',
    ])
      expect(html).toContain(said)
  })

  test('keeps a draft as it was typed, unreadable text too, and says where it is', async ({ db, town }) => {
    const { open } = await school(db, town)
    const { send, stands, read } = await open()
    const typed = { ...FILLED, pupils: 'ap divdesmit', opened: '1. septembrī', words: '  atstarpes  ' }
    expect((await send('save', typed)).status).toBe(303)
    expect(await stands()).toMatchObject(typed)
    const html = await read()
    expect(html).toContain('Glabājas serverī')
    expect(html).toContain('id="field-pupils-problem"')
    expect(html).toContain('id="field-opened-problem"')
    expect(html).toContain('= 75')
  })

  test('shows again whatever is typed and saved', { timeout: 120_000 }, async ({ db, town }) => {
    const { open } = await school(db, town)
    const { send, stands } = await open()
    const line = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/\p{C}/gu, ''))
    const typed = fc.record({
      pupils: line,
      budget: line,
      'classes.one.girls': line,
      'classes.one.girls:why': line,
      words: line.map((text) => `${text}x\n${text}`),
    })
    await fc.assert(
      fc.asyncProperty(typed, async (one) => {
        await send('save', one)
        expect(await stands()).toMatchObject(one)
      }),
      { numRuns: 12 },
    )
  })

  test('is handed in, and shown as it was handed in', async ({ db, town }) => {
    const { open, address } = await school(db, town)
    const { send, read } = await open()
    const sent = await send('submit', FILLED)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}/atgriezts`])
    const html = await read(`${address}/parskats`)
    expect(html).toContain('Iesniegts, gaida pārbaudi')
    expect(html).toContain('12\u00a0500,5\u00a0EUR')
    expect(html).toContain('15 no 20 (75')
    expect(html).toContain('Iesniegta 1. versija')
    expect(await read()).toContain('Dati jau ir iesniegti')
  })

  test('comes back with everything that is wrong, and nothing is handed in', async ({ db, town }) => {
    const { open, address } = await school(db, town)
    const { send, read } = await open()
    const sent = await send('submit', { ...FILLED, pupils: '21', budget: 'maz', 'classes.two.boys': '' })
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain('href="#field-budget"')
    expect(html).toContain('href="#field-classes.two.boys"')
    expect(fieldsIn(html)).toMatchObject({ budget: 'maz', pupils: '21' })
    const again = await send('submit', { ...FILLED, pupils: '21' })
    expect(await again.text()).toContain('Jāizlabo: Jābūt: pupils = sum(classes.all)')
    expect(await read(`${address}/parskats`)).toContain('Dati vēl nav iesniegti')
  })

  test('says that all is well when it was only looked over', async ({ db, town }) => {
    const { open } = await school(db, town)
    const { send } = await open()
    const sent = await send('check', FILLED)
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('Varat iesniegt')])
  })

  test('shows both texts to the second of two who change one field', async ({ db, town }) => {
    const { form, open, address } = await school(db, town)
    const [anna, biruta] = [await open(giverOf(form, 0, 'anna')), await open(giverOf(form, 0, 'biruta'))]
    const drawn = await biruta.stands()
    await anna.send('save', { pupils: '20', budget: '100' })
    const sent = await biruta.ask(address, { ...drawn, pupils: '22', _do: 'submit' })
    const html = await sent.text()
    expect(sent.status).toBe(409)
    expect(fieldsIn(html)).toMatchObject({ pupils: '22', budget: '100' })
    expect(html).toContain('<blockquote>20</blockquote>')
    const settled = await biruta.ask(address, { ...fieldsIn(html), _do: 'save' })
    expect(settled.status).toBe(303)
    expect(await anna.stands()).toMatchObject({ pupils: '22', budget: '100' })
  })

  test('sent after the lock is refused with everything typed', async ({ db, town }) => {
    const { open, address } = await school(db, town, { dueInDays: -3, locksInDays: -1 })
    const { ask, read } = await open()
    expect(await read()).toMatch(/<button[^>]*disabled/)
    const sent = await ask(address, { ...FILLED, _do: 'submit' })
    const html = await sent.text()
    expect([sent.status, fieldsIn(html)]).toEqual([422, expect.objectContaining(FILLED)])
    expect(html).toContain('Datu vākšana ir slēgta')
  })
})

describe('photographs', () => {
  const PHOTOS = Array.from({ length: 12 }, (_, place) =>
    element(`photo_${place}`, { kind: 'photo', isRequired: place === 0 }),
  )
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  test('are kept with the form, also when many could be chosen, and only those of the institution', async ({
    db,
    town,
  }) => {
    const { open, address } = await school(db, town, { elements: PHOTOS, checks: [] })
    const { ask, stands, read } = await open()
    const sent = new FormData()
    for (const [name, text] of Object.entries(await stands()))
      if (name !== '') sent.set(name, name.startsWith('_file:') ? new File([], '') : text)
    sent.set('_file:photo_0', new File([PNG], 'jumts.png', { type: 'image/png' }))
    sent.set('_do', 'save')
    expect((await ask(address, sent)).status).toBe(303)
    const { photo_0 } = await stands()
    expect(photo_0).toMatch(/^[0-9a-f-]{36}$/)
    expect((await ask(`/darbs/liepaja/datnes/${photo_0}`)).status).toBe(200)
    const stolen = await school(db, town, { elements: PHOTOS, checks: [] })
    const thief = await stolen.open()
    const refused = await thief.send('submit', { photo_0: photo_0 ?? '' })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('nav jūsu iestādes'),
    ])
    expect((await ask(address, { ...(await stands()), _do: 'submit' })).status).toBe(303)
    expect(await read(`${address}/parskats`)).toContain(`/darbs/liepaja/datnes/${photo_0}`)
  })
})

test('what waits is told on the first page of who answers for the institution', async ({ db, town }) => {
  const { open } = await school(db, town)
  const { read, send } = await open()
  expect(await read('/darbs')).toContain('1 datu vākšana gaida jūsu iestādes atbildi')
  await send('submit', FILLED)
  expect(await read('/darbs')).not.toContain('gaida jūsu iestādes atbildi')
})

describe('a form that came back', () => {
  test('shows what is to be mended at its field, and is handed in again as the second version', async ({
    db,
    town,
  }) => {
    const { form, open, address } = await school(db, town)
    const head = await open()
    await head.send('submit', FILLED)
    const department = memberOf(town, 'educationHead')
    const asked = await readAs(db, department, (tx) =>
      findAsked(
        tx,
        { id: town, slug: 'liepaja' },
        { call: form.key, institution: form.schools[0]?.key ?? '' },
      ),
    )
    if (!asked) throw new Error('there is no such submission')
    await returnSubmission(db, department, asked, {
      seen: { version: 1, decision: 0 },
      reason: 'Lūdzu, pārbaudiet',
      remarks: [{ field: 'budget', text: 'Vai ar PVN?' }],
    })
    const html = await head.read()
    expect(html).toContain('Jālabo: Vai ar PVN?')
    expect(html).toContain('Lūdzu, pārbaudiet')
    expect(fieldsIn(html)).toMatchObject(FILLED)
    expect((await head.send('submit', { budget: '15 125,61' })).status).toBe(303)
    const review = await head.read(`${address}/parskats`)
    expect(review).toContain('Iesniegta 2. versija')
    expect(review).toMatch(/15\u00a0125,61\u00a0EUR.*Iepriekšējā versijā:.*12\u00a0500,5\u00a0EUR/)
    expect(await head.read(`${address}/parskats?versija=1`)).not.toContain('15\u00a0125,61')
  })
})

describe('beside the fields', () => {
  test('stands what was accepted a year earlier', async ({ db, town }) => {
    const before = await school(db, town, { period: '2025/2026' })
    await (await before.open()).send('submit', FILLED)
    const department = memberOf(town, 'educationHead')
    const keys = { call: before.form.key, institution: before.form.schools[0]?.key ?? '' }
    const asked = await readAs(db, department, (tx) => findAsked(tx, { id: town, slug: 'liepaja' }, keys))
    if (!asked) throw new Error('there is no such submission')
    await acceptSubmission(db, department, asked, { seen: { version: 1, decision: 0 } })
    const now = await school(db, town, { schools: before.form.schools })
    const html = await (await now.open(giverOf(before.form))).read()
    expect(html).toMatch(/id="field-budget-last"[^>]*>2025\.\/2026\. mācību gads: 12\u00a0500,5\u00a0EUR/)
    expect(fieldsIn(html).budget).toBe('')
  })
})

describe('who may', () => {
  test('see and fill in the form is who answers for the institution; the department reads', async ({
    db,
    town,
  }) => {
    const { open, address } = await school(db, town)
    const other = await open(giverOf(await plantForm(db, town, { elements: ELEMENTS })))
    expect((await other.ask(address)).status).toBe(404)
    expect((await other.ask(address, { ...FILLED, _do: 'submit' })).status).toBe(404)
    const specialist = await open(memberOf(town, 'educationSpecialist'))
    const html = await specialist.read()
    expect(html).toContain('jūs to varat tikai lasīt')
    expect(html).not.toContain('value="submit"')
    expect((await specialist.ask(address, { ...FILLED, _do: 'submit' })).status).toBe(403)
    const publicly = await openBuiltSite(db)
    expect((await publicly(address)).status).not.toBe(200)
  })
})

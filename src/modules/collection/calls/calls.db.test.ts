import { describe, expect } from 'vitest'
import { findInstitutions } from '#modules/registry.server'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test as base } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { plantAccounts } from '../../../../tests/support/plant-account.ts'
import { findSubmissionsOf } from '../life/submission-store.server.ts'
import { findCall, findCallForm, findCalls } from './call-store.server.ts'

const HOME = '/darbs/liepaja/datu-vaksana'
const SPECIALIST = 'calls-specialist'
const HEAD = 'calls-head'

/** A specialist of Liepāja who answers for calls, and the head of one of its schools. */
const test = base.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const [institution] = await readAs(db, operator(), (tx) => findInstitutions(tx, municipalityId))
  if (!institution) throw new Error('Liepāja has no institution')
  await plantAccounts(db, municipalityId, [SPECIALIST, HEAD])
  const give = (accountId: string, role: 'educationSpecialist' | 'institutionHead', id?: string) =>
    giveRole(db, operator(municipalityId), {
      accountId,
      role,
      scope: id ? { kind: 'institution', municipalityId, id } : { kind: 'municipality', municipalityId },
      validFrom: '2020-01-01',
      validTo: null,
    })
  await give(SPECIALIST, 'educationSpecialist')
  await give(HEAD, 'institutionHead', institution.id)
  const head: User = {
    id: HEAD,
    kind: 'member',
    grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id: institution.id } }],
  }
  return {
    municipalityId,
    institution,
    head,
    specialist: memberOf(municipalityId, 'educationSpecialist', SPECIALIST),
  }
})

const description = {
  title_lv: 'Skolēnu skaits',
  title_en: 'Numbers of pupils',
  purpose_lv: 'Lai plānotu klašu komplektus.',
  legal_basis_lv: 'Izglītības likuma 17. pants',
  use_lv: 'Domes lēmumam par klašu skaitu.',
  period: '2026/2027',
  opens_at: '2026-11-01T08:00',
  due_at: '2027-03-28T23:59',
  locks_at: '2027-04-30T17:00',
  responsible_id: SPECIALIST,
  estimated_minutes: '30',
}

/** Adds an element to the dictionary. */
const addElement = async (db: Database, user: User, typed: Record<string, string>) => {
  const editor = await openEditor(db, user)
  const answer = await editor.send(`${HOME}/elementi/jauns`, { kind: 'count', is_minimum: 'yes', ...typed })
  return { status: answer.status, html: answer.status === 422 ? await answer.text() : '' }
}

/** Prepares a call that asks some elements by their keys; answers its key. */
async function prepare(db: Database, user: User, typed: Record<string, string>, elements: readonly string[]) {
  const editor = await openEditor(db, user)
  const added = await editor.send(`${HOME}/jauna`, { ...description, ...typed })
  expect(added.status).toBe(303)
  const location = added.headers.get('location') ?? ''
  const key = /vaksana\/([^/]+)\/labot/.exec(location)?.[1] ?? ''
  const page = await editor.read(`${HOME}/vaksana/${key}/labot?dala=elementi`)
  const idOf = (element: string) =>
    new RegExp(`<option value="([0-9a-f-]{36})">[^<]*\\(${element}\\)`).exec(page)?.[1] ?? ''
  const rows = elements.map((element, place) => [`${place + 1}.element`, idOf(element)])
  const asked = await editor.send(`${HOME}/vaksana/${key}/labot?dala=elementi`, Object.fromEntries(rows))
  if (elements.length > 0) expect(asked.status).toBe(303)
  return { key, editor, address: `${HOME}/vaksana/${key}` }
}

describe('the dictionary of elements', () => {
  test('takes a table with grades, and says everything that is wrong at once', async ({ db, town }) => {
    const amiss = await addElement(db, town.specialist, { key: 'Bad key', kind: 'table', is_minimum: '' })
    expect(amiss.status).toBe(422)
    expect(amiss.html).toContain('Tabulai vajag rindas')
    expect(amiss.html).toContain('Tabulai vajag vismaz vienu kolonnu')
    expect(amiss.html).toContain('jāpamato, kāpēc to jautā')
    const columns = 'zeni | skaits | Zēni | Boys\nkopa | skaits | Kopā | Total | = zeni'
    const table = { key: 'klases', name_lv: 'Klases', kind: 'table', row_set: 'grades', columns }
    expect((await addElement(db, town.specialist, table)).status).toBe(303)
    const editor = await openEditor(db, town.specialist)
    const stored = await editor.fields(`${HOME}/elementi/klases`)
    expect(stored.rows).toContain('12 | 12. klase | Grade 12')
    expect(stored.columns).toBe('zeni | skaits | Zēni | Boys\nkopa | skaits | Kopā | Total | = zeni')
    expect((await addElement(db, town.specialist, table)).html).toContain('jau ir')
  })

  test('is closed to those who only answer', async ({ db, town }) => {
    const { ask } = await openEditor(db, town.head)
    expect((await ask(`${HOME}/elementi`)).status).toBe(403)
    expect((await ask(`${HOME}/jauna`)).status).toBe(403)
  })
})

describe('a call', () => {
  test('is prepared in parts, opened once, and asks whom it says', async ({ db, town }) => {
    await addElement(db, town.specialist, { key: 'skoleni', name_lv: 'Skolēni', is_about_people: 'yes' })
    const { key, editor, address } = await prepare(db, town.specialist, {}, ['skoleni'])
    const check = { '1.expression': 'skoleni <= ', '1.message_lv': 'Par daudz', '1.severity': 'hard' }
    const wrong = await editor.send(`${address}/labot?dala=parbaudes`, check)
    expect(wrong.status).toBe(422)
    const right = { ...check, '1.expression': 'skoleni <= 5000' }
    expect((await editor.send(`${address}/labot?dala=parbaudes`, right)).status).toBe(303)
    const audience = await editor.send(`${address}/labot?dala=adresati`, {
      [`institution.${town.institution.key}`]: 'yes',
    })
    expect(audience.status).toBe(303)
    expect(await editor.publicly(`/liepaja/datu-vaksana/${key}`)).toContain('Šādas datu vākšanas nav')

    expect(await editor.read(`${address}/atvert`)).toContain('Viss ir gatavs')
    expect((await editor.ask(`${address}/atvert`, {})).status).toBe(303)
    const again = await editor.ask(`${address}/atvert`, {})
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('jau ir atvērta')])

    const { municipalityId } = town
    const call = await readAs(db, THE_PUBLIC, (tx) => findCall(tx, municipalityId, key))
    expect(call).toMatchObject({ state: 'open', dueAt: new Date('2027-03-28T20:59:00Z') })
    const submissions = await readAs(db, town.specialist, (tx) =>
      findSubmissionsOf(tx, municipalityId, call?.id ?? ''),
    )
    expect(submissions.map(({ institutionId }) => institutionId)).toEqual([town.institution.id])
    const tasks = await readAs(db, town.head, (tx) => findOpenTasks(tx, HEAD))
    expect(tasks.filter(({ subject }) => subject === 'Skolēnu skaits')).toMatchObject([
      { dueOn: '2027-03-28', address: `${address}/${town.institution.key}` },
    ])
    const told = await editor.publicly(`/liepaja/datu-vaksana/${key}`)
    expect(told).toContain('Lai plānotu klašu komplektus.')
    expect(told).toContain('skoleni &lt;= 5000')
    const { read } = await openEditor(db, town.head)
    expect(await read(HOME)).toContain('Skolēnu skaits')
  })

  test('keeps what it asks when the dictionary changes afterwards', async ({ db, town }) => {
    await addElement(db, town.specialist, { key: 'skolotaji', name_lv: 'Skolotāji' })
    const { key, editor, address } = await prepare(db, town.specialist, { title_lv: 'Skolotāji' }, [
      'skolotaji',
    ])
    const renamed = { name_lv: 'Pedagogi' }
    expect((await editor.send(`${HOME}/elementi/skolotaji`, renamed)).status).toBe(303)
    expect(await editor.read(address)).toContain('Pedagogi')
    expect((await editor.ask(`${address}/atvert`, {})).status).toBe(303)
    expect((await editor.send(`${HOME}/elementi/skolotaji`, { name_lv: 'Mācībspēki' })).status).toBe(303)
    const form = await readAs(db, THE_PUBLIC, async (tx) => {
      const call = await findCall(tx, town.municipalityId, key)
      return findCallForm(tx, town.municipalityId, call?.id ?? '')
    })
    expect(form.elements.map(({ name }) => name.lv)).toEqual(['Pedagogi'])
    expect((await editor.ask(`${address}/labot?dala=elementi`)).status).toBe(403)
  })

  test('is refused with all reasons at once', async ({ db, town }) => {
    const { editor, address } = await prepare(
      db,
      town.specialist,
      { title_lv: 'Tukša', responsible_id: '' },
      [],
    )
    const answer = await editor.ask(`${address}/atvert`, {})
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Nav izvēlēts neviens datu elements')
    expect(html).toContain('Nav atbildīgā')
  })

  test('is described with everything that is wrong at once, and loses nothing typed', async ({
    db,
    town,
  }) => {
    const editor = await openEditor(db, town.specialist)
    const answer = await editor.send(`${HOME}/jauna`, {
      ...description,
      opens_at: '2027-03-28T03:30',
      due_at: '2026-01-01T10:00',
      locks_at: '2025-01-01T10:00',
      period: 'kaut kad',
      estimated_minutes: 'ilgi',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of [
      'Tāda laika šajā dienā nav',
      'Slēgt nevar pirms termiņa',
      'nav laika posms',
      'minūtes ar cipariem',
    ])
      expect(html).toContain(said)
    expect(html).toContain('value="2027-03-28T03:30"')
  })

  test('has one deadline: moved once, it is the same on page, task and public page', async ({ db, town }) => {
    await addElement(db, town.specialist, { key: 'telpas', name_lv: 'Telpas' })
    const { key, editor, address } = await prepare(db, town.specialist, { title_lv: 'Telpas' }, ['telpas'])
    await editor.ask(`${address}/atvert`, {})
    const moved = await editor.send(`${address}/labot`, { due_at: '2027-04-12T12:00' })
    expect(moved.status).toBe(303)
    const tasks = await readAs(db, town.head, (tx) => findOpenTasks(tx, HEAD))
    expect(tasks.find(({ subject }) => subject === 'Telpas')?.dueOn).toBe('2027-04-12')
    expect(await editor.publicly(`/liepaja/datu-vaksana/${key}`)).toContain('12. aprīlis')
    const { read } = await openEditor(db, town.head)
    expect(await read(HOME)).toContain('12. aprīlis')
  })

  test('gives one institution longer, excuses it, and is withdrawn with a reason everybody reads', async ({
    db,
    town,
  }) => {
    await addElement(db, town.specialist, { key: 'zali', name_lv: 'Zāles' })
    const { key, editor, address } = await prepare(db, town.specialist, { title_lv: 'Zāles' }, ['zali'])
    await editor.ask(`${address}/atvert`, {})
    const institution = town.institution.id
    const extend = { institution, act: 'extend', why: 'Direktore slimo' }
    const late = await editor.ask(`${address}/termini`, { ...extend, until: '2027-06-01T10:00' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('pirms slēgšanas')])
    const longer = await editor.ask(`${address}/termini`, { ...extend, until: '2027-04-05T23:59' })
    expect(longer.status).toBe(303)
    const task = async () =>
      (await readAs(db, town.head, (tx) => findOpenTasks(tx, HEAD))).find(
        ({ subject }) => subject === 'Zāles',
      )
    expect((await task())?.dueOn).toBe('2027-04-05')
    expect((await editor.ask(`${address}/atsaukt`, { why: '' })).status).toBe(422)
    const why = 'To pašu jau prasa valsts'
    expect((await editor.ask(`${address}/atsaukt`, { why })).status).toBe(303)
    expect(await task()).toBeUndefined()
    expect(await editor.publicly(`/liepaja/datu-vaksana/${key}`)).toContain(why)
    expect((await editor.ask(`${address}/termini`, { ...extend, until: '2027-04-06T23:59' })).status).toBe(
      403,
    )
  })
})

describe('a template of a municipality', () => {
  test('is kept of a call and opened as a draft of its own', async ({ db, town }) => {
    await addElement(db, town.specialist, { key: 'edinasana', name_lv: 'Ēdināšana' })
    const { key, editor } = await prepare(db, town.specialist, { title_lv: 'Ēdināšana' }, ['edinasana'])
    const dates = { opensAt: '2027-09-01T08:00', dueAt: '2027-09-20T17:00', locksAt: '2027-10-01T17:00' }
    const own = { owner: 'own', ...dates }
    expect((await editor.ask(`${HOME}/vaksana/${key}/sagatave`, own)).status).toBe(303)
    const country = await editor.ask(`${HOME}/vaksana/${key}/sagatave`, { ...own, owner: 'country' })
    expect(country.status).toBe(403)
    const opened = await editor.ask(`${HOME}/sagataves`, { key: 'edinasana', from: 'own', act: 'open' })
    expect(opened.headers.get('location')).toContain('labot?dala=apraksts')
    const calls = await readAs(db, town.specialist, (tx) => findCalls(tx, town.municipalityId))
    const made = calls
      .filter(({ title }) => title.lv === 'Ēdināšana')
      .map(({ state, dueAt }) => [state, dueAt])
    expect(made).toContainEqual(['draft', new Date('2027-09-20T14:00:00Z')])
  })
})

test('the public sees no draft, in pages or in data', async ({ db, town }) => {
  await prepare(db, town.specialist, { title_lv: 'Slepena' }, [])
  const site = await openBuiltSite(db)
  expect(await (await site('/liepaja/datu-vaksana')).text()).not.toContain('Slepena')
  expect(await (await site('/api/v1/municipalities/liepaja/data-calls')).text()).not.toContain('Slepena')
})

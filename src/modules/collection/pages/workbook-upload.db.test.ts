import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import {
  askedOf,
  headOf,
  plantAsking,
  plantSchools,
  specialistOf,
  type Town,
} from '../../../../tests/support/answered-calls.ts'
import { openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { appendEdit } from '../form/edit.service.server.ts'
import { findEdits } from '../form/edit-store.server.ts'
import { foldEdits } from '../form/edits.ts'
import { refilled } from '../workbook/testing.ts'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  return plantSchools(db, municipality, ['workbook-a', 'workbook-b'])
})

type Ask = Awaited<ReturnType<typeof openSiteAs>>
const [FIRST, SECOND] = [0, 1]

/** A call that asks both schools, and the pages as one of their heads meets them. */
async function open(
  db: Database,
  town: Town,
  key: string,
  { index = FIRST, by }: { index?: number; by?: User } = {},
) {
  const school = town.schools[index]
  if (!school) throw new Error('no such school')
  const address = `/darbs/liepaja/datu-vaksana/vaksana/${key}/${school.key}`
  const ask = await openSiteAs(db, by ?? headOf(town, school))
  const typed = async () => {
    const { submission } = await askedOf(db, town, key, school)
    return foldEdits(await readAs(db, operator(town.id), (tx) => findEdits(tx, town.id, submission.id))).typed
  }
  return {
    school,
    ask,
    typed,
    form: address,
    upload: `${address}/augsupielade`,
    file: `${address}/veidlapa.xlsx`,
  }
}

const download = async (ask: Ask, file: string) => new Uint8Array(await (await ask(file)).arrayBuffer())

function posted(bytes: Uint8Array, more: Record<string, string> = {}) {
  const form = new FormData()
  form.set('_do', 'look')
  form.set('_once', uuidv7())
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  form.set('workbook', new File([new Uint8Array(bytes)], 'veidlapa.xlsx'))
  return form
}

/** What the button under a preview sends. */
function taking(page: string, more: Record<string, string> = {}) {
  const form = new FormData()
  const part = page.slice(page.indexOf('value="take"') - 100)
  const value = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(part)?.[1] ?? '').replaceAll('&quot;', '"')
  for (const name of ['_once', '_version', '_changes', '_conflicts']) form.set(name, value(name))
  form.set('_do', 'take')
  for (const [name, text] of Object.entries(more)) form.set(name, text)
  return form
}

describe('the form as a workbook', () => {
  test('is downloaded under a name in plain words, and kept by nobody in between', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-file', period: '2001' })
    const { ask, file } = await open(db, town, 'wb-file')
    const answer = await ask(file)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'Izglītojamie wb-file – Skola workbook-a.xlsx',
    )
  })

  test('is not for who answers for another institution', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-other', period: '2001' })
    const { file, upload } = await open(db, town, 'wb-other')
    const { ask } = await open(db, town, 'wb-other', { index: SECOND })
    expect((await ask(file)).status).toBe(404)
    expect((await ask(upload)).status).toBe(404)
  })

  test('shows what would change, takes it over once, and hands nothing in', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-take', period: '2001' })
    const { ask, file, upload, typed, school } = await open(db, town, 'wb-take')
    const filled = await refilled(await download(ask, file), { 'Dati!E4': 12, 'Dati!E5': '1 300' })
    const preview = await ask(upload, posted(filled))
    expect(preview.status).toBe(200)
    const page = await preview.text()
    expect(page).toContain('2 lauki mainītos')
    expect(page).toContain('Dati!E5')
    expect(await typed()).toEqual({})
    const taken = taking(page)
    const done = await ask(upload, taken)
    expect(done.status).toBe(303)
    expect(await typed()).toEqual({ taking_part: '12', pupils: '1 300' })
    expect((await ask(upload, taken)).headers.get('location')).toBe(done.headers.get('location'))
    const after = await (await ask(done.headers.get('location') ?? '')).text()
    expect(after).toContain('Melnrakstā pārņemti 2 lauki. Iesniegts vēl nekas nav.')
    const { submission } = await askedOf(db, town, 'wb-take', school)
    expect(submission).toMatchObject({ state: 'draft', lastEdit: 1, handedIn: null })
    const again = await (await ask(upload, posted(filled))).text()
    expect(again).toContain('nekas nemainītos')
    expect(again).not.toContain('value="take"')
  })

  test('tells what is wrong by cells, takes nothing over, and the owner of the call learns of it', async ({
    db,
    town,
  }) => {
    await plantAsking(db, town, { key: 'wb-wrong', period: '2001' })
    const { ask, file, upload, school } = await open(db, town, 'wb-wrong')
    const filled = await refilled(await download(ask, file), { 'Dati!E4': 'daudz', 'Dati!E5': -2 })
    const form = posted(filled)
    const answer = await ask(upload, form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Darbgrāmatā jāizlabo 2 šūnas')
    expect(page).toMatch(/<strong>Dati!E4<\/strong>: [^<]*daudz/)
    expect(page).not.toContain('value="take"')
    expect((await ask(upload, form)).status).toBe(422)
    expect((await askedOf(db, town, 'wb-wrong', school)).submission.hasFailed).toBe(true)
    const attempts = await readAs(db, operator(town.id), (tx) =>
      tx
        .selectFrom('collection.attempt')
        .select(['way', 'unreadable'])
        .where('municipality_id', '=', town.id)
        .where('institution_id', '=', school.id)
        .execute(),
    )
    expect(attempts.filter(({ unreadable }) => unreadable === 2)).toEqual([
      { way: 'workbook', unreadable: 2 },
    ])
  })

  test('of another institution is refused by name', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-mixed', period: '2001' })
    const first = await open(db, town, 'wb-mixed')
    const second = await open(db, town, 'wb-mixed', { index: SECOND })
    const answer = await second.ask(second.upload, posted(await download(first.ask, first.file)))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Šī darbgrāmata ir citai iestādei (“workbook-a”)')
  })

  test('keeps what was typed in the browser meanwhile, and shows both where both have changed', async ({
    db,
    town,
  }) => {
    await plantAsking(db, town, { key: 'wb-both', period: '2001' })
    const { ask, file, upload, typed, school } = await open(db, town, 'wb-both')
    const filled = await refilled(await download(ask, file), { 'Dati!E4': 12 })
    const asked = await askedOf(db, town, 'wb-both', school)
    const client = uuidv7()
    await appendEdit(db, headOf(town, school), asked, {
      id: uuidv7(),
      client,
      seq: 1,
      base: 0,
      fields: { taking_part: '15', pupils: '200' },
    })
    const page = await (await ask(upload, posted(filled))).text()
    expect(page).toContain('Paliek veidlapā ierakstītais: 15')
    expect(page).toContain('Ņemt no darbgrāmatas: 12')
    await ask(upload, taking(page))
    expect(await typed()).toEqual({ taking_part: '15', pupils: '200' })
    await ask(upload, taking(page, { 'keep:taking_part': 'mine', _once: uuidv7() }))
    expect(await typed()).toEqual({ taking_part: '12', pupils: '200' })
  })

  test('does not write over what somebody typed while its preview was looked at', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-late', period: '2001' })
    const { ask, file, upload, typed, school } = await open(db, town, 'wb-late')
    const filled = await refilled(await download(ask, file), { 'Dati!E4': 12, 'Dati!E5': 30 })
    const page = await (await ask(upload, posted(filled))).text()
    const asked = await askedOf(db, town, 'wb-late', school)
    const edit = { id: uuidv7(), client: uuidv7(), seq: 1, base: 0, fields: { taking_part: '15' } }
    await appendEdit(db, headOf(town, school), asked, edit)
    const done = await ask(upload, taking(page))
    expect(await typed()).toEqual({ taking_part: '15', pupils: '30' })
    expect(await (await ask(done.headers.get('location') ?? '')).text()).toContain('šos laukus mainīja cits')
  })

  test('is only downloaded by the department', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-read', period: '2001' })
    const { ask, file, upload } = await open(db, town, 'wb-read', { by: specialistOf(town) })
    expect((await ask(file)).status).toBe(200)
    const page = await (await ask(upload)).text()
    expect(page).toContain('Darbgrāmatu augšupielādē iestāde')
    const answer = await ask(upload, posted(await download(ask, file)))
    expect(answer.status).toBe(403)
  })

  test('is not taken after the lock, and the page says why', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'wb-locked', period: '2001', locksIn: -1 })
    const { ask, file, upload } = await open(db, town, 'wb-locked')
    const page = await (await ask(upload)).text()
    expect(page).not.toContain('type="file"')
    const filled = await refilled(await download(ask, file), { 'Dati!E4': 12 })
    expect(await (await ask(upload, posted(filled))).text()).not.toContain('value="take"')
    const forced = { _do: 'take', _version: '0', _changes: '{"pupils":"3"}', _conflicts: '{}' }
    expect((await ask(upload, forced)).status).toBe(403)
  })
})

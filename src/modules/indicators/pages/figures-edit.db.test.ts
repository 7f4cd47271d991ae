import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'
import { openEditing, plain, readPublic, specialist, undoOf, withoutSmallNumbers } from './editing.testing.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  return found?.id ?? ''
})
const HOME = '/liepaja/raditaji/14/labot'
const TARGETS = `${HOME}?dala=merki&rinda=14/preschool/culture`
const FIGURES = `${HOME}?dala=vertibas&rinda=14/preschool/sport`
const WHY = { _why: 'Precizēts pēc dokumenta' }

const open = (db: Database, municipalityId: string) => openEditing(db, specialist(municipalityId))
const publicPage = (db: Database) => readPublic(db, '/liepaja/raditaji/14')

describe('a target', () => {
  test('is changed, which turns a verdict, and undone, which turns it back', async ({ db, liepaja }) => {
    const { ask, read, fields, historyOf } = await open(db, liepaja)
    const before = await publicPage(db)
    const typed = { ...(await fields(TARGETS)), '2025.value': '-3', '2025.printed': '', ...WHY }
    const preview = await (await ask(TARGETS, { ...typed, _do: 'preview' })).text()
    expect(preview).toContain('Mainīsies 1 vērtējums')
    expect(preview).toContain('Par visu plānu')
    expect(await publicPage(db)).toBe(before)
    expect((await ask(TARGETS, { ...fieldsIn(preview), _do: 'save' })).status).toBe(303)
    const after = await publicPage(db)
    expect(after).not.toBe(before)

    const history = `${await historyOf(TARGETS)}·2025`
    const undo = undoOf(await read(history), 2)
    expect((await ask(history, { ...undo, _why: '' })).status).toBe(422)
    const undone = await ask(history, { ...undo, _why: 'Kļūdījos' })
    expect(undone.status).toBe(303)
    const states = await read(history)
    expect(states.match(/\d+\. stāvoklis, /g)).toEqual(['3. stāvoklis, ', '2. stāvoklis, ', '1. stāvoklis, '])
    expect(states).toContain('Kāpēc: Kļūdījos')
    const [was, is] = [before, await publicPage(db)].map((page) => page.split('><'))
    // Nothing is another than before but that the target has had three states.
    expect((is ?? []).filter((part) => !was?.includes(part))).toEqual([
      expect.stringContaining('3. redakcija'),
    ])
  })

  test('is added, ended, and refused twice for one year', async ({ db, liepaja }) => {
    const { ask, read, fields } = await open(db, liepaja)
    const added = { 'new.kind': 'absolute', 'new.value': '400', 'new.target_year': '2027' }
    expect((await ask(TARGETS, { ...(await fields(TARGETS)), ...added, ...WHY, _do: 'save' })).status).toBe(
      303,
    )
    const twice = await ask(TARGETS, { ...(await fields(TARGETS)), ...added, ...WHY, _do: 'save' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Šim gadam sasniedzamā vērtība jau ir')
    const ended = { '2027.state': 'ended' }
    expect((await ask(TARGETS, { ...(await fields(TARGETS)), ...ended, ...WHY, _do: 'save' })).status).toBe(
      303,
    )
    expect(await read(TARGETS)).not.toContain('name="2027.value"')
  })
})

describe('figures', () => {
  test('tell zero, nothing and signs for nothing apart, all at once', async ({ db, liepaja }) => {
    const { ask, fields } = await open(db, liepaja)
    const typed = {
      ...(await fields(FIGURES)),
      '2021.value': '',
      '2023/2024.value': ':',
      '2024/2025.value': 'daudz',
      'new.period': '2024/2025',
      'new.value': '5',
    }
    const answer = await ask(FIGURES, { ...typed, ...WHY, _do: 'preview' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Tukšs nav nulle')
    expect(page).toContain('“:” nepasaka, kāpēc vērtības nav')
    expect(page).toContain('“daudz” nav skaitlis')
    expect(page).toContain('Šim periodam vērtība jau ir')
    expect(page).toContain('value="daudz"')
  })

  test('take a comma, a zero, a reason, and a new period', async ({ db, liepaja }) => {
    const { ask, fields, read } = await open(db, liepaja)
    const typed = {
      ...(await fields(FIGURES)),
      '2023/2024.value': '1116,5',
      '2023/2024.printed': '',
      '2024/2025.value': '0',
      '2024/2025.printed': '',
      'new.period': '2025/2026',
      'new.missing': 'notReported',
    }
    expect((await ask(FIGURES, { ...typed, ...WHY, _do: 'save' })).status).toBe(303)
    const saved = await fields(FIGURES)
    expect(saved).toMatchObject({
      '2023/2024.value': '1116,5',
      '2024/2025.value': '0',
      '2024/2025.missing': '',
      '2025/2026.value': '',
      '2025/2026.missing': 'notReported',
    })
    const shown = await publicPage(db)
    expect(shown).toContain('1116,5')
    expect(
      (await ask(FIGURES, { ...saved, '2025/2026.missing': 'withdrawn', ...WHY, _do: 'save' })).status,
    ).toBe(303)
    expect(await read(FIGURES)).not.toContain('name="2025/2026.value"')
  })

  test('an undo is refused while later changes touch the same, and names them', async ({ db, liepaja }) => {
    const { ask, read, fields, historyOf } = await open(db, liepaja)
    for (const value of ['1200', '1300']) {
      const typed = { ...(await fields(FIGURES)), '2024/2025.value': value, '2024/2025.printed': '' }
      expect((await ask(FIGURES, { ...typed, ...WHY, _do: 'save' })).status).toBe(303)
    }
    const history = `${await historyOf(FIGURES)}·2024/2025`
    const page = await read(history)
    expect(page).toContain('Vispirms atceliet vēlāko')
    const newest = undoOf(page, 4)
    const refused = await ask(history, { ...newest, _revision: '3', _why: 'Mēģinu tomēr' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Vēlāk mainīts tas pats (stāvoklis: 4)')
    expect((await ask(history, { ...newest, _why: 'Vispirms vēlāko' })).status).toBe(303)
    expect((await fields(FIGURES))['2024/2025.value']).toBe('1200')
  })
})

test('who edits and may not see small numbers finds them covered, in the history too', async ({
  db,
  liepaja,
}) => {
  const address = `${HOME}?dala=vertibas&rinda=14/secondary/steam`
  const editor = await open(db, liepaja)
  const few = {
    ...(await editor.fields(address)),
    '2021.value': '2',
    '2021.printed': '',
    ...WHY,
    _do: 'save',
  }
  expect((await editor.ask(address, few)).status).toBe(303)
  const { ask } = await openEditing(db, withoutSmallNumbers(liepaja))
  const page = await (await ask(address)).text()
  const own = fieldsIn(page)
  expect((await editor.fields(address))['2021.value']).toBe('2')
  expect(own['2021.value']).toBeUndefined()
  expect(page).toContain('apklāta, jo cilvēku ir maz')
  const history = plain(/href="(\/darbs\/liepaja\/vesture[^"]*)"/.exec(page)?.[1] ?? '')
  expect((await ask(history)).status).toBe(403)
  const typed = { ...own, 'new.period': '2021', 'new.value': '7', ...WHY, _do: 'save' }
  const refused = await ask(address, typed)
  expect(refused.status).toBe(422)
  expect((await editor.fields(address))['2021.value']).toBe('2')
})

describe('an indicator', () => {
  test('gets a version of its methodology that breaks the series', async ({ db, liepaja }) => {
    const { ask, fields } = await open(db, liepaja)
    const address = `${HOME}?dala=metodes`
    const typed = { ...(await fields(address)), 'new.text_lv': 'Skaita citādi', ...WHY, _do: 'save' }
    const first = await ask(address, typed)
    expect(first.status).toBe(303)
    const later = { ...(await fields(address)), 'new.text_lv': 'Skaita vēl citādi', ...WHY, _do: 'save' }
    const lacking = await ask(address, later)
    expect(lacking.status).toBe(422)
    expect(await lacking.text()).toContain('no kura perioda')
    const whole = { 'new.valid_from': '2024/2025', 'new.comparability': 'no' }
    expect((await ask(address, { ...later, ...whole })).status).toBe(303)
    expect(await publicPage(db)).toContain('Skaita vēl citādi')
  })

  test('is retired with a reason, and measured again', async ({ db, liepaja }) => {
    const { ask, fields } = await open(db, liepaja)
    const address = `${HOME}?dala=gaita`
    const typed = { ...(await fields(address)), retired_on: '2026-09-01', ...WHY, _do: 'save' }
    expect((await ask(address, typed)).status).toBe(422)
    expect((await ask(address, { ...typed, retired_reason_lv: 'Datu vairs nav' })).status).toBe(303)
    expect(await publicPage(db)).toContain('Datu vairs nav')
    const again = { ...(await fields(address)), retired_on: '', retired_reason_lv: '', ...WHY, _do: 'save' }
    expect((await ask(address, again)).status).toBe(303)
    expect(await publicPage(db)).not.toContain('Datu vairs nav')
  })

  test('is added to the plan once', async ({ db, liepaja }) => {
    const { ask, fields } = await open(db, liepaja)
    const address = '/liepaja/raditaji/labot'
    const typed = {
      ...(await fields(address)),
      code: '99',
      value_kind: 'number',
      title_lv: 'Jauns mērījums',
      title_en: 'New measurement',
      unit: 'count',
      direction: 'up',
      about_persons: 'no',
      data_minimum: 'no',
      ...WHY,
      _do: 'save',
    }
    expect((await ask(address, typed)).status).toBe(303)
    const page = await (await openBuiltSite(db))('/liepaja/raditaji/99')
    expect(await page.text()).toContain('Jauns mērījums')
    const twice = await ask(address, typed)
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('jau ir vai ir bijis')
  })
})

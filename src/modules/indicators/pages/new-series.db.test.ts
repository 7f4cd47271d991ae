import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'
import {
  openEditing,
  PREVIEW,
  readPublic,
  SAVE,
  specialist,
  undoOf,
  withoutSmallNumbers,
} from './editing.testing.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))
const PAGE = '/liepaja/raditaji/14'
const FORM = `${PAGE}/labot?dala=rindas`
const figuresOf = (series: string) => `${PAGE}/labot?dala=vertibas&rinda=${series}`

describe('figures of a breakdown', () => {
  test('are chosen from a list that works without scripts', async ({ db, liepaja }) => {
    const { read } = await openEditing(db, specialist(liepaja))
    const page = await read(`${PAGE}/labot?dala=vertibas`)
    expect(page).toContain('<option value="14/basic/steam">Pamatskola, STEAM</option>')
    const chosen = await read(`${PAGE}/labot?dala=vertibas&rinda=14%2Fbasic%2Fsteam`)
    expect(chosen).toContain('14. rādītājs: vērtības. Pamatskola, STEAM')
    expect(fieldsIn(chosen)['2023/2024.value']).toBe('322')
  })

  test('of one series are saved, seen by everybody, and undone', async ({ db, liepaja }) => {
    const { ask, read, send, historyOf } = await openEditing(db, specialist(liepaja))
    const address = figuresOf('14/basic/steam')
    expect((await send(address, { '2024/2025.value': '3777', '2024/2025.printed': '' })).status).toBe(303)
    expect(await readPublic(db, PAGE)).toContain('result strong">3777<')
    const history = `${await historyOf(address)}·2024/2025`
    const undo = undoOf(await read(history), 2)
    expect((await ask(history, { ...undo, _why: 'Kļūdījos' })).status).toBe(303)
    expect(await readPublic(db, PAGE)).not.toContain('result strong">3777<')
  })
})

describe('a new series', () => {
  test('offers the breakdowns of the indicator and the institutions there are', async ({ db, liepaja }) => {
    const { read } = await openEditing(db, specialist(liepaja))
    const page = await read(FORM)
    expect(page).toContain('Izglītības posms (nav obligāti)')
    expect(page).toContain('Aktivitātes joma (nav obligāti)')
    expect(page).not.toContain('Respondents')
    expect(page).toContain('<option value="lvg">Liepājas Valsts ģimnāzija</option>')
    expect(await read(`/en${FORM}`)).toContain('Education stage')
  })

  test('of a school gets its first figure, which everybody sees, and is undone', async ({ db, liepaja }) => {
    const { ask, read, send, historyOf } = await openEditing(db, specialist(liepaja))
    const typed = { institution: 'lvg', 'by.activityArea': 'sport' }
    const preview = await (await send(FORM, { ...PREVIEW, ...typed })).text()
    expect(preview).toContain('Mainīsies 2 lauki')
    expect(preview).toContain('Liepājas Valsts ģimnāzija')
    const saved = await ask(FORM, { ...fieldsIn(preview), _do: 'save' })
    expect(saved.status).toBe(303)
    const after = await read(saved.headers.get('location') ?? '')
    expect(after).toContain('Pievienotais rezultāts: Liepājas Valsts ģimnāzija, sports.')
    expect(after).toContain('rinda=14%2Flvg%2Fsport')

    const figures = figuresOf('14/lvg/sport')
    const first = { 'new.period': '2024/2025', 'new.value': '86421' }
    expect((await send(figures, first)).status).toBe(303)
    const shown = await readPublic(db, PAGE)
    expect(shown).toContain('Liepājas Valsts ģimnāzija, sports')
    expect(shown).toMatch(/86\s421/)

    const [, history = ''] = /href="([^"]*kas=indicators.series[^"]*)"/.exec(await read(figures)) ?? []
    const address = history.replaceAll('&amp;', '&')
    const undo = { ...undoOf(await read(address), 1), _why: 'Pievienota kļūdas dēļ' }
    const refused = await ask(address, undo)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('observations.csv')
    expect(await readPublic(db, PAGE)).toMatch(/86\s421/)
    const ofFigure = `${await historyOf(figures)}·2024/2025`
    const undoFigure = { ...undoOf(await read(ofFigure), 1), _why: 'Pievienota kļūdas dēļ' }
    expect((await ask(ofFigure, undoFigure)).status).toBe(303)
    expect((await ask(address, undo)).status).toBe(303)
    expect(await readPublic(db, PAGE)).not.toContain('Liepājas Valsts ģimnāzija, sports')
    expect((await ask(figures)).status).toBe(404)

    // What was taken away can be added again.
    expect((await send(FORM, typed)).status).toBe(303)
    expect((await ask(figures)).status).toBe(200)
  })

  test('may have a reason in place of its first figure', async ({ db, liepaja }) => {
    const { fields, send } = await openEditing(db, specialist(liepaja))
    expect((await send(FORM, { 'by.activityArea': 'steam' })).status).toBe(303)
    const figures = figuresOf('14/steam')
    expect((await send(figures, { 'new.period': '2024/2025', 'new.missing': 'notMeasured' })).status).toBe(
      303,
    )
    expect(await fields(figures)).toMatchObject({ '2024/2025.missing': 'notMeasured' })
  })

  test('is refused where there is such a one already, and where nothing fits', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const taken = await send(FORM, { 'by.stage': 'basic', 'by.activityArea': 'culture' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('Šāds rezultāts šim rādītājam jau ir')
    const wrong = await send(FORM, { institution: 'nav-tadas', 'by.stage': 'nav', _why: '' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    for (const field of ['institution', 'by.stage', '_why']) expect(page).toContain(`href="#field-${field}"`)
  })

  test('to be about a total and to say nothing is the same', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const taken = await send('/liepaja/raditaji/K1/labot?dala=rindas', {})
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('Šāds rezultāts šim rādītājam jau ir')
  })

  test('is added once where two add at the same time', async ({ db, liepaja }) => {
    const anna = await openEditing(db, specialist(liepaja))
    const berta = await openEditing(db, specialist(liepaja, 'berta'))
    const typed = { ...SAVE, institution: 'livupe' }
    const [first, second] = [await anna.fields(FORM), await berta.fields(FORM)]
    expect((await anna.ask(FORM, { ...first, ...typed })).status).toBe(303)
    const late = await berta.ask(FORM, { ...second, ...typed })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Kāds cits to pa šo laiku ir mainījis')
    expect(fieldsIn(page).institution).toBe('livupe')
    expect((await berta.ask(FORM, { ...fieldsIn(page), _do: 'save' })).status).toBe(422)
  })
})

describe('who may not see small numbers', () => {
  test('sees none of a breakdown, and takes nothing away that keeps one covered', async ({ db, liepaja }) => {
    const editor = await openEditing(db, specialist(liepaja))
    const few = { '2023/2024.value': '2', '2023/2024.printed': '', '2023/2024.note_lv': 'Divi brāļi' }
    const { ask, fields, read, send } = await openEditing(db, withoutSmallNumbers(liepaja))
    const drawnBefore = await fields(figuresOf('14/preschool/steam'))
    expect((await editor.send(figuresOf('14/preschool/steam'), few)).status).toBe(303)
    const late = await ask(figuresOf('14/preschool/steam'), {
      ...drawnBefore,
      ...SAVE,
      '2024/2025.value': '21',
    })
    expect(late.status).toBe(409)
    const collided = await late.text()
    expect(collided).not.toContain('Divi brāļi')
    expect(collided).not.toContain('<blockquote>2</blockquote>')
    const page = await read(figuresOf('14/preschool/steam'))
    expect(page).not.toContain('Divi brāļi')
    expect(fieldsIn(page)).not.toHaveProperty('2023/2024.value')

    const beside = figuresOf('14/preschool/sport')
    expect((await fields(beside))['2023/2024.value']).toBe('1116')
    for (const typed of [{ '2023/2024.value': '1' }, { '2023/2024.missing': 'withdrawn' }]) {
      const refused = await send(beside, { ...PREVIEW, ...typed })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('Šā perioda skaitļus var mainīt kolēģis')
    }
    const series = await send(FORM, { ...PREVIEW, 'by.stage': 'preschool' })
    expect(series.status).toBe(422)
    expect(await series.text()).toContain('Jaunu rezultātu var pievienot kolēģis')
    const things = await send(`${PAGE}/labot`, { ...PREVIEW, about_persons: 'no' })
    expect(things.status).toBe(422)
    expect(await things.text()).toContain('par cilvēkiem, var mainīt kolēģis')
    const history =
      '/darbs/liepaja/vesture?kas=indicators.series&atslega=liepaja-2020-2025·14/preschool/sport'
    expect((await ask(history)).status).toBe(403)
  })
})

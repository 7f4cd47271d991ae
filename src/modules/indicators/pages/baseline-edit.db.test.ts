import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'
import { getIndicatorSet } from '../store.server.ts'
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
const partOf = (part: string, series: string) => `/liepaja/raditaji/14/labot?dala=${part}&rinda=${series}`
const SPORT = partOf('baze', '14/preschool/sport')

describe('a baseline', () => {
  test('is shown as it is, with every figure of the series to choose from', async ({ db, liepaja }) => {
    const { read, fields } = await openEditing(db, specialist(liepaja))
    expect(await fields(SPORT)).toMatchObject({ period: '2021', recomputed: 'no', '2021.value': '389' })
    const page = await read(SPORT)
    expect(page).toContain('14. rādītājs: bāze (sākuma skaitlis). Pirmsskola, sports')
    expect(page).toContain('2023./2024. mācību gads: 1116')
    expect(page).not.toContain('name="2023/2024.value"')
  })

  test('becomes another figure, which everybody sees, and is undone', async ({ db, liepaja }) => {
    const { ask, send, read, historyOf } = await openEditing(db, specialist(liepaja))
    const before = await readPublic(db, '/liepaja/raditaji/14')
    const preview = await (await send(SPORT, { ...PREVIEW, period: '2023/2024', recomputed: 'yes' })).text()
    expect(preview).toContain('2021. gads: 389')
    expect(preview).toContain('2023./2024. mācību gads: 1116')
    expect(preview).toContain('Mainīsies 1 vērtējums')
    expect(await readPublic(db, '/liepaja/raditaji/14')).toBe(before)
    expect((await ask(SPORT, { ...fieldsIn(preview), _do: 'save' })).status).toBe(303)
    const after = await readPublic(db, '/liepaja/raditaji/14')
    expect(after).toContain('bāze 1116 (2023./2024. mācību gads)')

    const history = await historyOf(SPORT)
    const states = await read(history)
    expect(states).toContain('<del>2021</del> → <ins>2023/2024</ins>')
    expect((await ask(history, { ...undoOf(states, 2), _why: 'Kļūdījos' })).status).toBe(303)
    expect(await readPublic(db, '/liepaja/raditaji/14')).toBe(before)
  })

  test('is typed anew where the strategy states one that is not there yet', async ({ db, liepaja }) => {
    const { fields, send } = await openEditing(db, specialist(liepaja))
    const address = partOf('baze', '14/preschool/steam')
    expect(await fields(address)).toMatchObject({ '2021.missing': 'notReported' })
    const added = { period: 'new', 'new.period': '2019', 'new.value': '17', 'new.locator': '3. tabula' }
    expect((await send(address, added)).status).toBe(303)
    expect(await fields(address)).toMatchObject({ period: '2019', '2019.value': '17' })
    expect(await readPublic(db, '/liepaja/raditaji/14')).toContain('bāze 17 (2019. gads)')
  })

  test('is on an earlier day the one of that day', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const before = new Date()
    const address = partOf('baze', '14/basic/steam')
    expect((await send(address, { period: '2023/2024' })).status).toBe(303)
    const baselineOf = async (asOf?: Date) => {
      const set = await readAs(db, THE_PUBLIC, (tx) =>
        getIndicatorSet(tx, liepaja, 'liepaja-2020-2025', { asOf }),
      )
      const all = set.indicators.flatMap(({ series }) => series)
      return all.find(({ key }) => key === '14/basic/steam')?.baseline?.observation.period
    }
    expect(await baselineOf()).toBe('2023/2024')
    expect(await baselineOf(before)).toBe('2021')
  })

  test('is corrected, or has a reason why there is no figure', async ({ db, liepaja }) => {
    const { fields, send } = await openEditing(db, specialist(liepaja))
    const address = partOf('baze', '14/primary/sport')
    expect((await send(address, { '2021.value': '425', '2021.printed': '' })).status).toBe(303)
    expect(await readPublic(db, '/liepaja/raditaji/14')).toContain('bāze 425 (2021. gads)')
    expect((await send(address, { '2021.value': '', '2021.missing': 'notMeasured' })).status).toBe(303)
    expect(await fields(address)).toMatchObject({ '2021.value': '', '2021.missing': 'notMeasured' })
    expect((await send(address, { '2021.value': '423', '2021.missing': '' })).status).toBe(303)
  })

  test('is taken away, and the first figure of a series without one is it', async ({ db, liepaja }) => {
    const { fields, send } = await openEditing(db, specialist(liepaja))
    const address = partOf('baze', '14/primary/culture')
    expect((await send(address, { period: '' })).status).toBe(303)
    const without = await fields(address)
    expect(without.period).toBe('')
    expect(without['2021.value']).toBeUndefined()
    expect(await readPublic(db, '/liepaja/raditaji/14')).not.toContain('bāze 926')
    expect((await send(address, { 'new.period': '2018', 'new.value': '900' })).status).toBe(303)
    expect((await fields(address)).period).toBe('2018')
  })

  test('names all that is wrong at once and keeps what was typed', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const answer = await send(SPORT, {
      recomputed: 'maybe',
      '2021.value': 'daudz',
      'new.period': 'pērn',
      'new.value': '',
      _why: '',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Izvēlieties no saraksta')
    expect(page).toContain('“daudz” nav skaitlis')
    expect(page).toContain('Zemāk ir ierakstīts jauns skaitlis, bet te izvēlēts cits')
    expect(page).toContain('Tukšs nav nulle')
    expect(page).toContain('href="#field-new.period"')
    expect(page).toContain('href="#field-_why"')
    expect(page).toContain('value="daudz"')
  })

  test('of a period that has a figure is chosen, not typed again', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const answer = await send(SPORT, { period: 'new', 'new.period': '2024/2025', 'new.value': '5' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Šim periodam skaitlis jau ir. Izvēlieties to augšā sarakstā')
  })

  test('is not lost when two save at once', async ({ db, liepaja }) => {
    const anna = await openEditing(db, specialist(liepaja))
    const berta = await openEditing(db, specialist(liepaja, 'berta'))
    const address = partOf('baze', '14/basic/sport')
    const [first, second] = [await anna.fields(address), await berta.fields(address)]
    expect((await anna.ask(address, { ...first, ...SAVE, period: '2023/2024' })).status).toBe(303)
    const late = await berta.ask(address, { ...second, ...SAVE, period: '2024/2025' })
    expect(late.status).toBe(409)
    expect(fieldsIn(await late.text()).period).toBe('2024/2025')
    expect((await anna.fields(address)).period).toBe('2023/2024')
  })

  test('keeps its figure while it is the baseline', async ({ db, liepaja }) => {
    const { send } = await openEditing(db, specialist(liepaja))
    const answer = await send(partOf('vertibas', '14/basic/culture'), { '2021.missing': 'withdrawn' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Vispirms sadaļā “Bāze” izvēlieties citu')
  })
})

test('a baseline about few people is covered for who may not see it', async ({ db, liepaja }) => {
  const address = partOf('baze', '14/secondary/steam')
  const editor = await openEditing(db, specialist(liepaja))
  const few = { '2021.value': '3', '2021.printed': '', '2023/2024.value': '4', '2023/2024.printed': '' }
  expect((await editor.send(partOf('vertibas', '14/secondary/steam'), few)).status).toBe(303)
  const { fields, read, send } = await openEditing(db, withoutSmallNumbers(liepaja))
  const page = await read(address)
  expect(page).toContain('apklāta, jo cilvēku ir maz')
  expect(page).not.toContain('2021. gads: 3')
  expect(page).not.toContain('2023./2024. mācību gads: 4')
  const own = await fields(address)
  expect(own.period).toBe('2021')
  expect(own['2021.value']).toBeUndefined()
  // Neither a figure that is covered nor one beside it may be made the question to which a verdict answers.
  expect((await send(address, { period: '2023/2024' })).status).toBe(422)
  const beside = await send(partOf('baze', '14/secondary/culture'), { '2021.value': '400' })
  expect(beside.status).toBe(422)
  expect(await beside.text()).toContain('Šā perioda skaitļus var mainīt kolēģis')
  const preview = await send(address, { ...PREVIEW, period: '2024/2025' })
  expect(preview.status).toBe(200)
  expect(await preview.text()).not.toContain('Kas no tā izriet')
  expect((await editor.fields(address))['2021.value']).toBe('3')
})

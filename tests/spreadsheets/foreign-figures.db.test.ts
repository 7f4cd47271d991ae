import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { carryOut } from '../../src/app/uploads/load-upload.job.server.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test } from '../support/database.ts'
import { fieldsIn, placeOf } from '../support/upload-pages.ts'

const PLAN = 'liepaja-2020-2025'

/** A head of education at the pages of data, as they are without scripts. */
async function openData(db: Database) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const municipality = { id: found?.id ?? '', slug: 'liepaja' }
  const scope = { kind: 'municipality', municipalityId: municipality.id } as const
  const user: User = { id: 'head', kind: 'member', grants: [{ role: 'educationHead', scope }] }
  const ask = await openSiteAs(db, user)
  const send = async (name: string, text: string) => {
    const form = new FormData()
    form.set('plan', PLAN)
    form.append('files', new File([text], name))
    return placeOf(await ask('/darbs/liepaja/dati', form))
  }
  const see = async (place: string) => (await ask(place)).text()
  /** Answers a step with what its form proposes, and with what is typed besides. */
  const answer = async (place: string, step: string, typed: Record<string, string> = {}) => {
    const answered = await ask(place, { ...fieldsIn(await see(place)), ...typed, step })
    expect(answered.status, step).toBe(303)
    return answered.headers.get('location') ?? ''
  }
  const load = async (place: string) => {
    expect((await ask(place, { step: 'commit', why: 'jauni skaitļi' })).status).toBe(303)
    await carryOut(db, user, { municipality, id: place.split('/').at(-1) ?? '' })
    return see(place)
  }
  const stored = (series: string, period: string) =>
    readAs(
      db,
      user,
      (tx) =>
        tx
          .selectFrom('indicators.observation as o')
          .innerJoin('indicators.series as s', 's.id', 'o.series_id')
          .select(['o.value_kind', 'o.number', 'o.unit', 'o.missing', 'o.printed'])
          .where('s.key', '=', series)
          .where('o.period', '=', period)
          .orderBy('o.revision', 'desc')
          .executeTakeFirst(),
      { municipalityId: municipality.id },
    )
  return { send, see, answer, load, stored }
}

const plainText = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')

const COLUMNS = { 'p0.c.series': '0', 'p0.c.period': '1', 'p0.c.number': '2' }

describe('a foreign spreadsheet of figures', () => {
  test('is loaded as it is: codes mapped, kind and unit from the indicator, reasons ended by values', async ({
    db,
  }) => {
    const { send, see, answer, load, stored } = await openData(db)
    const text = 'Sērija;Laiks;Skaits\nBez vietas;2023/2024;44\nSkolas;2025/2026;33\n'
    const here = await send('tabula.csv', text)
    await answer(here, 'recognised', { 'p0.sheet': 'observations' })
    const asked = await answer(here, 'mapping', COLUMNS)
    expect(asked).toContain('?solis=2')
    const values = await see(asked)
    expect(plainText(values)).toContain('“Bez vietas” (1 šūnā) nozīmē')
    const fields = fieldsIn(values)
    const nameOf = (foreign: string) =>
      (Object.keys(fields).find((name) => fields[name] === foreign) ?? '').replace('.s.', '.v.')
    const ours = { [nameOf('Bez vietas')]: '3', [nameOf('Skolas')]: '1/school' }
    expect(await answer(asked, 'mapping', ours)).not.toContain('solis')
    const check = plainText(await see(here))
    expect(check).toContain('Jaunas rindas: 1; mainītas: 1')
    expect(check).toMatch(/\(missing\): notMeasured → – \(failā šādas kolonnas nav/)
    expect(check).toMatch(/\(printed\): Nav mērīts → – \(failā šādas kolonnas nav/)
    expect(check).toMatch(/\(number\): – → 44(?! \()/)
    expect(await load(here)).toContain('Ielādēts')
    expect(await stored('3', '2023/2024')).toEqual({
      value_kind: 'share',
      number: 44,
      unit: 'percent',
      missing: null,
      printed: null,
    })
    expect(await stored('1/school', '2025/2026')).toMatchObject({
      value_kind: 'number',
      number: 33,
      unit: 'count',
    })
  })

  test('is known the next year: its table, its columns and its codes', async ({ db }) => {
    const { send, see, answer } = await openData(db)
    const here = await send('nakamgad.csv', 'Sērija;Laiks;Skaits\nSkolas;2026/2027;35\n')
    expect(fieldsIn(await see(here))['p0.sheet']).toBe('observations')
    await answer(here, 'recognised')
    expect(fieldsIn(await see(here))).toMatchObject({ ...COLUMNS, 'p0.v.series.0': '1/school' })
    expect(await answer(here, 'mapping')).not.toContain('solis')
    expect(plainText(await see(here))).toContain('Jaunas rindas: 1; mainītas: 0')
    const again = await send('cits.csv', 'Sērija;Laiks;Skaits\nBez vietas;2023/2024;44\n')
    await answer(again, 'recognised')
    expect(fieldsIn(await see(again))).toMatchObject({ 'p0.v.series.0': '3' })
  })

  test('that brings a mark for “not measured” ends the value that was stored', async ({ db }) => {
    const { send, see, answer, load, stored } = await openData(db)
    const here = await send('tabula.csv', 'Sērija;Laiks;Skaits\nBez vietas;2024/2025;:\n')
    await answer(here, 'recognised')
    const fields = fieldsIn(await see(here))
    const mark = Object.keys(fields).find((name) => name.startsWith('p0.m.')) ?? ''
    await answer(here, 'mapping', { [mark]: 'missing:notMeasured' })
    const check = plainText(await see(here))
    expect(check).toMatch(/\(number\): 4\.5 → –/)
    expect(check).toMatch(/\(missing\): – → notMeasured/)
    expect(await load(here)).toContain('Ielādēts')
    expect(await stored('3', '2024/2025')).toMatchObject({
      value_kind: null,
      number: null,
      missing: 'notMeasured',
    })
  })
})

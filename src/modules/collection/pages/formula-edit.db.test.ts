import { describe, expect } from 'vitest'
import {
  askedOf,
  headOf,
  plantAsking,
  plantFormula,
  plantHandingIn,
  plantSchools,
  specialistOf,
} from '../../../../tests/support/answered-calls.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { acceptSubmission } from '../life/decide.service.server.ts'

const HOME = '/darbs/liepaja/datu-vaksana/formulas'
const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  const town = await plantSchools(db, municipality, ['formula-a', 'formula-b'])
  await plantAsking(db, town, { key: 'formulas', period: '2016' })
  await plantFormula(db, town, { catalogue: 'formulas', code: 'first' })
  for (const [place, school] of town.schools.entries()) {
    const given = { taking_part: 40 - 30 * place, pupils: 50 - 30 * place }
    await plantHandingIn(db, town, { call: 'formulas', school, given })
    const asked = await askedOf(db, town, 'formulas', school)
    await acceptSubmission(db, specialistOf(town), asked, { seen: { version: 1, decision: 0 } })
  }
  return town
})

const given = {
  series: 'formulas/first',
  level: 'institution',
  numerator: 'taking_part',
  denominator: 'pupils',
}

describe('a formula', () => {
  test('is checked before it is saved, all of it at once', async ({ db, town }) => {
    const editor = await openEditor(db, specialistOf(town))
    const bad = await editor.send(`${HOME}/jauna`, { ...given, numerator: 'nekas + 1', denominator: 'sum(' })
    expect(bad.status).toBe(422)
    const page = await bad.text()
    expect(page).toContain('id="field-numerator-problem"')
    expect(page).toContain('id="field-denominator-problem"')
    const whole = await editor.send(`${HOME}/jauna`, { ...given, denominator: '' })
    expect(await whole.text()).toContain('tāpēc vajadzīgs saucējs')
    const taken = await editor.send(`${HOME}/jauna`, { ...given, level: 'municipality' })
    expect(await taken.text()).toContain('Šim rādītājam formula jau ir')
  })

  test('shows what it would give now, and gives it once it is saved', async ({ db, town }) => {
    const editor = await openEditor(db, specialistOf(town))
    const list = await editor.read(HOME)
    expect(list).toContain('first Piedalās pulciņos first')
    const address = /href="(\/darbs\/liepaja\/datu-vaksana\/formulas\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    const typed = { numerator: 'pupils - taking_part' }
    const preview = await editor.send(address, typed, 'preview')
    expect(preview.status).toBe(200)
    const shown = await preview.text()
    expect(shown).toContain('71,4')
    expect(shown).toContain('28,6')
    expect((await editor.send(address, typed)).status).toBe(303)
    expect(await (await editor.send(address, { numerator: 'taking_part' }, 'preview')).text()).toContain(
      '28,6',
    )
  })

  test('is for the department alone', async ({ db, town }) => {
    const [school = { id: '', key: '' }] = town.schools
    const { ask } = await openEditor(db, headOf(town, school))
    expect((await ask(HOME)).status).toBe(403)
    expect((await ask(`${HOME}/jauna`)).status).toBe(403)
  })
})

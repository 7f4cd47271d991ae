import { streamXlsxRows } from 'hucre/xlsx'
import { describe, expect } from 'vitest'
import {
  headOf,
  plantAsking,
  plantHandingIn,
  plantSchools,
  specialistOf,
} from '../../../../tests/support/answered-calls.ts'
import { openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { element } from '../form/testing.ts'

const ELEMENTS = [
  element('pupils', { name: { lv: 'Skolēni', en: 'Pupils' } }),
  element('meals', { kind: 'share', name: { lv: 'Ēd', en: 'Eat' } }),
  element('remark', { kind: 'text', name: { lv: 'Piezīme', en: 'Remark' } }),
  element('staff', { name: { lv: 'Personāls', en: 'Staff' } }),
]
const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  const town = await plantSchools(db, municipality, ['answers-a', 'answers-b'])
  await plantAsking(db, town, { key: 'all-answers', period: '2003', elements: ELEMENTS })
  const [school = { id: '', key: '' }] = town.schools
  const first = { pupils: 1, meals: [1, 2], remark: 'vecs' } as const
  await plantHandingIn(db, town, { call: 'all-answers', school, given: first })
  const given = { pupils: 0, meals: [3, 4], remark: '=1+1', staff: '?' } as const
  await plantHandingIn(db, town, { call: 'all-answers', school, given })
  return town
})
const ADDRESS = '/darbs/liepaja/datu-vaksana/vaksana/all-answers/atbildes'

describe('all answers to a call', () => {
  test('are one CSV for programs: every field a row, with why there is no value in words', async ({
    db,
    town,
  }) => {
    const ask = await openSiteAs(db, specialistOf(town))
    const answer = await ask(`${ADDRESS}.csv`)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const [head = '', ...lines] = (await answer.text()).trim().split('\r\n')
    expect(head.replace('\uFEFF', '')).toMatch(/^call,period,institution,institution_name,state,version,/)
    expect(lines).toHaveLength(8)
    const plain = lines.map((line) => line.replace(/,\d{4}-\d\d-\d\dT[^,]*/, ',at'))
    const own = 'all-answers,2003,answers-a,Skola answers-a,"Iesniegts, gaida pārbaudi",2,at'
    expect(plain.slice(0, 4)).toEqual([
      `${own},pupils,,,Skolēni,skaits,,ir vērtība,0,,,,,,,`,
      `${own},meals,,,Ēd,īpatsvars,%,ir vērtība,75,3,4,,,,,`,
      `${own},remark,,,Piezīme,teksts,,ir vērtība,,,,,,,'=1+1,`,
      `${own},staff,,,Personāls,skaits,,nav pieejams,,,,,,,,lost`,
    ])
    expect(plain[4]).toBe(
      'all-answers,2003,answers-b,Skola answers-b,Nav sākts,,,pupils,,,Skolēni,skaits,,nav iesniegts,,,,,,,,',
    )
  })

  test('are one workbook with headings in the language of the page', async ({ db, town }) => {
    const ask = await openSiteAs(db, specialistOf(town))
    const bytes = new Uint8Array(await (await ask(`/en${ADDRESS}.xlsx`)).arrayBuffer())
    const rows: unknown[][] = []
    for await (const { values } of streamXlsxRows(bytes)) rows.push(values)
    expect(rows).toHaveLength(9)
    expect(rows[0]?.slice(0, 5)).toEqual([
      'Data call',
      'Period',
      'Key of the institution',
      'Institution',
      'State',
    ])
    expect(rows[3]).toContain('=1+1')
    expect(rows[4]).toContain('not available')
  })

  test('are not for who answers for one institution', async ({ db, town }) => {
    const [school = { id: '', key: '' }] = town.schools
    const ask = await openSiteAs(db, headOf(town, school))
    expect((await ask(`${ADDRESS}.csv`)).status).toBe(403)
    expect((await ask(`${ADDRESS}.xlsx`)).status).toBe(403)
  })

  test('of a call that is not there are not found', async ({ db, town }) => {
    const ask = await openSiteAs(db, specialistOf(town))
    expect((await ask(`${ADDRESS.replace('all-answers', 'nav')}.csv`)).status).toBe(404)
  })
})

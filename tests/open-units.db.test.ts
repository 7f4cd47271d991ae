import { describe, expect } from 'vitest'
import { ImportRefused } from '#platform/import/problems.ts'
import { openBuiltSite } from './support/built-site.ts'
import { figure, loadRows, planRows, test } from './support/two-plans.ts'
import type { Rows } from './support/write-rows.ts'

const KEY = 'limbazu-novads-2024'
const plan = planRows(KEY, {
  title: 'Plāns',
  from: 2024,
  indicator: 'Ceļš līdz skolai',
  direction: 'down',
  label: 'pilsēta',
})
const [indicator] = plan.indicators ?? []
const km = {
  code: 'km',
  measure: 'length',
  name_lv: 'kilometri',
  name_en: 'kilometres',
  low: '0',
  high: '80',
}

/** A plan whose indicator is measured in kilometres, one of its series in days of which more is better. */
const IN_KM: Rows = {
  ...plan,
  dataset: [{ municipality: 'limbazu-novads', strategy: KEY, public: 'yes' }],
  claims: [],
  units: [{ ...km, suffix: 'km' }],
  indicators: [{ ...indicator, unit: 'km', value_kind: 'number' }],
  series: [
    { key: '1', indicator: '1', position: '1', breakdown: 'posms=a' },
    { key: '1/b', indicator: '1', position: '2', unit: 'day', direction: 'up' },
  ],
  observations: [
    { ...figure('2024', '12'), value_kind: 'number', unit: 'km' },
    { ...figure('2024', '9'), series: '1/b', value_kind: 'number', unit: 'day' },
  ],
  targets: [
    { series: '1', target_year: '2024', kind: 'absolute', value: '10', unit: 'km' },
    { series: '1/b', target_year: '2024', kind: 'absolute', value: '8' },
  ],
  baselines: [],
  periodRule: [],
}

const refusalOf = async (work: Promise<unknown>) => {
  const refusal = await work.catch((error: unknown) => error)
  if (!(refusal instanceof ImportRefused)) throw refusal
  return refusal.problems.map(({ file, column, reason, values }) => ({ file, column, reason, values }))
}

describe('a unit that a plan describes', () => {
  test('is said by its name and short form, and judged', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    await loadRows(db, folder, IN_KM)
    const ask = await openBuiltSite(db)
    const page = (await (await ask('/limbazu-novads/raditaji/1')).text()).replaceAll('\u00a0', ' ')
    expect(page).toContain('kilometri')
    expect(page).toContain('12 km')
    expect(page).toContain('9 d.')
    const english = (await (await ask('/en/limbazu-novads/raditaji/1')).text()).replaceAll('\u00a0', ' ')
    expect(english).toContain('kilometres')
    expect(english).not.toContain('kilometri')
    const api = JSON.parse(await (await ask(`/api/v1/strategies/${KEY}/indicators`)).text())
    const shown = api.items[0].series.map((one: Record<string, { status?: string }>) => [
      one.unit,
      one.direction,
      one.verdict?.status,
    ])
    expect(shown).toEqual([
      ['km', 'down', 'missed'],
      ['day', 'up', 'met'],
    ])
  })

  test('stays known when its file is absent from a later loading', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    await loadRows(db, folder, { ...IN_KM, units: [{ ...km, suffix: 'km' }] })
    expect(await loadRows(db, folder, {})).toMatchObject({ added: 0, changed: 0 })
  })
})

describe('refused, in words that say what is meant', () => {
  test('a unit that is in neither list, with the nearest', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    const wrong = { ...IN_KM, indicators: [{ ...indicator, unit: 'procent', value_kind: 'share' }] }
    expect(await refusalOf(loadRows(db, folder, wrong))).toContainEqual({
      file: 'indicators.csv',
      column: 'unit',
      reason: 'platform.import.notListedNear',
      values: expect.objectContaining({ found: 'procent', near: 'percent', where: 'units.csv' }),
    })
  })

  test('a target and a figure outside what the unit can be', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    const far: Rows = {
      ...IN_KM,
      observations: [{ ...figure('2024', '-3'), value_kind: 'number', unit: 'km' }],
      targets: [{ series: '1', target_year: '2024', kind: 'absolute', value: '90', unit: 'km' }],
    }
    expect(await refusalOf(loadRows(db, folder, far))).toEqual([
      expect.objectContaining({ file: 'observations.csv', column: 'number' }),
      {
        file: 'targets.csv',
        column: 'value',
        reason: 'platform.import.beyondUnit',
        values: { found: 90, unit: 'km', allowed: '0–80' },
      },
    ])
  })

  test('a unit that the product knows already', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    const again = { ...IN_KM, units: [{ ...km, code: 'percent' }, km] }
    expect(await refusalOf(loadRows(db, folder, again))).toContainEqual(
      expect.objectContaining({ file: 'units.csv', column: 'code', reason: 'platform.import.builtIn' }),
    )
  })
})

import { expect, test } from 'vitest'
import { labelOf, nameInstitution } from './assemble.ts'
import { endOfPeriod, newestDay } from './periods.ts'
import { asIndicatorSet, type Rows, readLiepaja } from './rules/testing.ts'

const rows = await readLiepaja()
const labels = (given: Rows, code: string) =>
  asIndicatorSet(given)
    .indicators.find((indicator) => indicator.code === code)
    ?.series.map(({ label }) => label?.lv)

test('a series is called by its institution', () => {
  expect(labels(rows, '9')).toEqual([
    'PIKC Liepājas Valsts tehnikums',
    'RTU Liepājas Jūrniecības koledža',
    'MIKC Liepājas Mūzikas, mākslas un dizaina vidusskola',
  ])
})

/** The figures of the maritime college, which changed its name on 1 April 2023, moved to other periods. */
const moved = (periods: Record<string, string>): Rows => ({
  ...rows,
  observations: rows.observations.map((row) =>
    row.series === '9/ljk' ? { ...row, period: periods[row.period] ?? row.period } : row,
  ),
})

test('by the name that it had on the last day of the newest figure’s period', () => {
  const before = moved({ '2023/2024': '2021', '2024/2025': '2021/2022' })
  expect(labels(before, '9')?.[1]).toBe('Liepājas Jūrniecības koledža')
  const after = moved({ '2023/2024': '2021', '2024/2025': '2022/2023' })
  expect(labels(after, '9')?.[1]).toBe('RTU Liepājas Jūrniecības koledža')
})

test('a reason why there is no figure is no figure', () => {
  const observations = moved({ '2023/2024': '2021' }).observations.map((row) =>
    row.series === '9/ljk' && row.period === '2024/2025'
      ? { ...row, number: null, value_kind: null, missing: 'notMeasured' as const }
      : row,
  )
  expect(labels({ ...rows, observations }, '9')?.[1]).toBe('Liepājas Jūrniecības koledža')
})

test('without a figure it is called as the institution was last', () => {
  const observations = rows.observations.filter(({ series }) => series !== '9/ljk')
  expect(labels({ ...rows, observations }, '9')?.[1]).toBe('RTU Liepājas Jūrniecības koledža')
})

test('institution and breakdown stand in the order of the key', () => {
  const institution = { key: 'lvt', name: { lv: 'Tehnikums', en: 'Technical school' } }
  const named = new Map([['gender=girls', { lv: 'meitenes', en: 'girls' }]])
  const breakdown = { gender: 'girls' }
  expect(labelOf({ key: '9/lvt/girls', breakdown, institution }, named)?.lv).toBe('Tehnikums, meitenes')
  expect(labelOf({ key: '9/girls/lvt', breakdown, institution }, named)?.lv).toBe('Meitenes, Tehnikums')
  expect(labelOf({ key: '9/lvt', breakdown: {}, institution }, named)?.en).toBe('Technical school')
  expect(labelOf({ key: '9', breakdown: {}, institution: null }, named)).toBeNull()
})

test('an institution that the reader may not see does not make a series that of the whole municipality', () => {
  const institution = nameInstitution(undefined, null)
  expect(labelOf({ key: '9/lvt', breakdown: {}, institution }, new Map())?.lv).toBe(
    'Iestāde, kas nav publiskota',
  )
})

test('periods end with August or December', () => {
  expect(endOfPeriod('2024/2025')).toBe('2025-08-31')
  expect(endOfPeriod('2024')).toBe('2024-12-31')
  expect(endOfPeriod('unknown')).toBeNull()
  expect(newestDay(['2024/2025', 'unknown', '2024', '2025'])).toBe('2025-12-31')
  expect(newestDay(['unknown'])).toBeNull()
})

const partsOf = (observations: Rows['observations'], key: string) => {
  const series = asIndicatorSet({ ...rows, observations })
    .indicators.flatMap((indicator) => indicator.series)
    .find((one) => one.key === key)
  const value = series?.results.find(({ period }) => period === '2024/2025')?.value
  return value?.kind === 'distribution' ? value.parts.map(({ category }) => category) : []
}
const distributed = (categories: string[]): Rows['observations'] =>
  rows.observations.map((row) =>
    row.series === '21/school' && row.period === '2024/2025'
      ? { ...row, distribution: categories.map((category) => ({ category, value: 10 })) }
      : row,
  )

test('categories stand in the order of their breakdown, whatever the order of the file', () => {
  expect(partsOf(distributed(['no', 'yes', 'unknown']), '21/school')).toEqual(['yes', 'unknown', 'no'])
})

test('categories that are numbers keep the order of the file', () => {
  expect(partsOf(distributed(['10', '9', '8']), '21/school')).toEqual(['10', '9', '8'])
})

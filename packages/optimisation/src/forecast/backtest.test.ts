import { expect, test } from 'vitest'
import { madeUpSchools } from '../testing/made-up-schools.ts'
import { backtestForecast } from './backtest.ts'
import { entriesFromBirths } from './entries.ts'
import { sumHistories } from './history.ts'

/** Cohorts that never change, but for one pupil who joins grade 2 in 2024. */
const steady = {
  firstYear: 2018,
  grades: ['1', '2'],
  pupils: [
    [10, 10],
    [20, 10],
    [10, 20],
    [10, 10],
    [10, 10],
    [10, 10],
    [10, 11],
  ],
}

test('a cohort that goes on as before is forecast without error', () => {
  const rows = backtestForecast([{ ...steady, pupils: steady.pupils.slice(0, 6) }], { horizon: 1 })
  expect(rows).toEqual([
    expect.objectContaining({
      level: 'total',
      horizon: 1,
      forecasts: 2,
      meanError: 0,
      bias: 0,
      covered80: 1,
    }),
  ])
})

test('errors, bias and cover are counted', () => {
  const [row] = backtestForecast([steady], { horizon: 1, leastYears: 6 })
  expect(row?.meanError).toBeCloseTo(1 / 21, 12)
  expect(row?.bias).toBeCloseTo(-1 / 21, 12)
  expect(row?.meanErrorOfNoChange).toBeCloseTo(1 / 21, 12)
  expect(row?.covered80).toBe(0)
})

test('places, stages and the total each get rows', () => {
  const rows = backtestForecast([steady, steady], { horizon: 2, stages: { second: ['2'] } })
  const seen = rows.map((row) => `${row.level} ${row.horizon} ${row.forecasts}`)
  expect(seen).toEqual([
    'total 1 3',
    'total 2 2',
    'stage 1 3',
    'stage 2 2',
    'place 1 6',
    'place 2 4',
    'placeStage 1 6',
    'placeStage 2 4',
  ])
})

test('entries can be forecast as they would have been then', () => {
  const asked: (number | undefined)[][] = []
  const [row] = backtestForecast([steady, steady], {
    leastYears: 6,
    horizon: 1,
    entries: ({ pupils }, years, place) => {
      asked.push([pupils.length, years, place])
      return [place === undefined ? 24 : 12]
    },
  })
  expect(asked).toEqual([
    [6, 1, undefined],
    [6, 1, 0],
    [6, 1, 1],
  ])
  // 24 + 20 were forecast, and 20 + 22 came.
  expect(row).toMatchObject({ level: 'total', areEntriesTakenAsKnown: false })
  expect(row?.meanError).toBeCloseTo(2 / 42, 12)
  expect(backtestForecast([steady])[0]).toMatchObject({ areEntriesTakenAsKnown: true })
})

test('forecasts without intervals count in the errors, but not in the cover', () => {
  const [row] = backtestForecast([{ ...steady, pupils: steady.pupils.slice(-3) }], {
    leastYears: 2,
    horizon: 1,
  })
  expect(row).toMatchObject({ forecasts: 1, covered80: Number.NaN, covered95: Number.NaN })
  expect(row?.meanError).toBeCloseTo(1 / 21, 12)
})

test('years that are not known are left out', () => {
  const gapAt = (year: number, row: number[]) => ({ ...steady, pupils: steady.pupils.with(year, row) })
  const compared = (history: typeof steady) =>
    backtestForecast([history], { leastYears: 4, horizon: 2 }).map((row) => [row.horizon, row.forecasts])
  expect(compared(steady)).toEqual([
    [1, 3],
    [2, 2],
  ])
  // Of 2022 nothing is known: it cannot be compared, stood in, or passed on the way to 2023.
  expect(compared(gapAt(4, [Number.NaN, Number.NaN]))).toEqual([[1, 1]])
  // Only those who leave are not known: no total of that year, but all that comes after.
  expect(compared(gapAt(5, [10, Number.NaN]))).toEqual([
    [1, 1],
    [2, 1],
  ])
})

test.each([
  ['chance alone', 0],
  ['years that differ much', 0.015],
])('intervals of a municipality hold as often as they say: %s', (_, sharedShock) => {
  const rows = Array.from({ length: 50 }, (_, seed) => {
    const schools = madeUpSchools({ schools: 3, sharedShock, schoolShock: 0 }, seed + 1)
    return backtestForecast([sumHistories(schools)], { horizon: 5 })
  }).flat()
  const meanOf = (key: 'covered80' | 'covered95') =>
    rows.reduce((sum, row) => sum + row.forecasts * row[key], 0) /
    rows.reduce((sum, row) => sum + row.forecasts, 0)
  expect(meanOf('covered80')).toBeGreaterThan(0.75)
  expect(meanOf('covered80')).toBeLessThan(0.85)
  expect(meanOf('covered95')).toBeGreaterThan(0.92)
  expect(meanOf('covered95')).toBeLessThan(0.98)
})

test('a past too short and places of other years are refused', () => {
  expect(() => backtestForecast([steady], { leastYears: 7 })).toThrow('leastYears 7')
  expect(() => backtestForecast([])).toThrow(new RangeError('backtestForecast: histories is empty'))
  expect(() => backtestForecast([{ ...steady, pupils: steady.pupils.with(1, [-1, 2]) }])).toThrow(
    new RangeError('backtestForecast: pupils of 2019 has the count -1'),
  )
  expect(() => backtestForecast([steady], { lastYears: 0 })).toThrow(
    new RangeError('backtestForecast: lastYears 0 is not a whole number of at least 1'),
  )
  expect(() => backtestForecast([steady], { horizon: 0.5 })).toThrow(
    new RangeError('backtestForecast: horizon 0.5 is not a whole number of at least 1'),
  )
  expect(() => backtestForecast([steady], { stages: { high: ['1', '9'] } })).toThrow(
    new RangeError('backtestForecast: stage high has grade 9, which is not in the history'),
  )
  expect(() => backtestForecast([steady, { ...steady, firstYear: 2017 }])).toThrow('differ')
})

test('entries are the mean rate times births, as unsure as rates and chance', () => {
  const past = [
    { births: 100, entered: 90 },
    { births: 50, entered: 40 },
  ]
  const [entry] = entriesFromBirths(past, [80])
  expect(entry?.pupils).toBeCloseTo(68, 12)
  expect(entry?.standardDeviation).toBeCloseTo(Math.sqrt(0.375 * 80 * (1 + 80 / 150)), 12)
  expect(entry?.sharedDeviation).toBeCloseTo(80 * Math.sqrt(0.375 / 150), 12)
  expect(entry?.degrees).toBe(1)
  // Rates that hardly differ tell less than chance: 0.9 × 0.1.
  const [steadier] = entriesFromBirths(Array(2).fill({ births: 100, entered: 90 }), [100])
  expect(steadier).toEqual({
    pupils: 90,
    standardDeviation: expect.closeTo(Math.sqrt(0.09 * 100 * 1.5), 12),
    sharedDeviation: expect.closeTo(100 * Math.sqrt(0.09 / 200), 12),
  })
  expect(entriesFromBirths([{ births: 10, entered: 10 }], [5])[0]?.standardDeviation).toBe(0)
  expect(() => entriesFromBirths([], [1])).toThrow('past is empty')
  expect(() => entriesFromBirths([{ births: 0, entered: 1 }], [1])).toThrow('1 entered of 0 born')
  expect(() => entriesFromBirths(past, [-1])).toThrow('births -1')
})

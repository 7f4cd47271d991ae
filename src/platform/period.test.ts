import { expect, test } from 'vitest'
import { comparePeriods, parsePeriod } from './period.ts'

test.each([
  ['2024/2025', 'schoolYear', '2024-09-01', '2025-08-31', 2025],
  ['2021', 'year', '2021-01-01', '2021-12-31', 2021],
  ['2024-Q3', 'quarter', '2024-07-01', '2024-09-30', 2024],
  ['2014-2016', 'span', '2014-01-01', '2016-12-31', 2016],
  ['2024-10-01', 'day', '2024-10-01', '2024-10-01', 2024],
] as const)('%s has a beginning, an end and a year', (period, kind, start, end, year) => {
  expect(parsePeriod(period)).toMatchObject({ kind, start, end, year })
})

test.each(['unknown', '', '24', '2024-Q5', '2024/25', 'baseline'])('“%s” has no time', (period) => {
  expect(parsePeriod(period)).toBeNull()
})

test('periods of all kinds stand in the order of time, what has none first', () => {
  const inOrder = [
    'unknown',
    '2012',
    '2014-2016',
    '2023/2024',
    '2024-Q3',
    '2024-10-01',
    '2024-Q4',
    '2024',
    '2022-2024',
    '2024/2025',
    '2025',
  ]
  expect(inOrder.toReversed().sort(comparePeriods)).toEqual(inOrder)
})

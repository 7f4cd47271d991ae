import { expect, test } from 'vitest'
import { historyOf, lastYearOf } from './earlier.ts'

const counted = (period: string, number: number, call = period) => ({
  field: 'pupils',
  period,
  call,
  answer: { kind: 'count', number } as const,
})
const lastOf = (periods: readonly string[], period: string) =>
  lastYearOf(
    periods.map((one) => counted(one, 1)),
    period,
  ).get('pupils')?.period

test.for([
  [['2024/2025', '2025/2026', '2023/2024'], '2026/2027', '2025/2026'],
  [['2025', '2024'], '2026', '2025'],
  [['2025-Q3', '2026-Q2'], '2026-Q3', '2025-Q3'],
  [['2025-09-05', '2025-02-01', '2024-09-05'], '2026-09-05', '2025-09-05'],
  [['2017-2019', '2014-2016'], '2018-2020', '2017-2019'],
  [['2015-2017'], '2018-2020', '2015-2017'],
] as const)('of %j the year before %s is %s', ([periods, period, last]) => {
  expect(lastOf(periods, period)).toBe(last)
})

test('what is older than a year, or of another kind, is not last year', () => {
  expect(lastOf(['2023/2024'], '2026/2027')).toBeUndefined()
  expect(lastOf(['2025'], '2025/2026')).toBeUndefined()
})

test('numbers of earlier periods stand in the order of time, one for each period', () => {
  const earlier = [
    counted('2025/2026', 30),
    counted('2023/2024', 10),
    counted('2023/2024', 11, 'again'),
    counted('2026/2027', 40),
    counted('2024', 5),
  ]
  expect(historyOf(earlier, '2026/2027').get('pupils')).toEqual([11, 30])
})

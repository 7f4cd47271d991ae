import { expect, test } from 'vitest'
import { timeOf } from './desk.ts'

// 30 November 2026 is a Monday.
test.for([
  ['2026-11-29', 'overdue'],
  ['2026-11-30', 'thisWeek'],
  ['2026-12-06', 'thisWeek'],
  ['2026-12-07', 'later'],
  [null, 'undated'],
] as const)('what is due on %s on a Monday is %s', ([dueOn, time]) => {
  expect(timeOf({ dueOn }, '2026-11-30')).toBe(time)
})

test('on a Sunday the week ends that day', () => {
  expect(timeOf({ dueOn: '2026-12-06' }, '2026-12-06')).toBe('thisWeek')
  expect(timeOf({ dueOn: '2026-12-07' }, '2026-12-06')).toBe('later')
})

import { expect, test } from 'vitest'
import { stageOn } from './stages.ts'

test.each([
  ['2026-07-30', undefined],
  // The sixtieth day before is a Sunday: told of on the Friday.
  ['2026-07-31', 60],
  ['2026-09-16', 60],
  ['2026-09-17', 14],
  ['2026-09-29', 14],
  ['2026-09-30', 1],
  ['2026-10-01', 1],
  ['2026-10-02', undefined],
  ['2026-10-07', undefined],
  ['2026-10-08', -7],
  ['2026-10-14', -7],
  ['2026-10-15', -14],
])('what is due on Thursday, 1 October 2026 is told of on %s: %s', (today, stage) => {
  expect(stageOn('2026-10-01', today)).toBe(stage)
})

test('what is due after a weekend or a holiday is told of on the working day before', () => {
  expect(stageOn('2026-10-05', '2026-10-02')).toBe(1)
  expect(stageOn('2026-11-19', '2026-11-17', new Set(['2026-11-18']))).toBe(1)
  expect(stageOn('2026-11-19', '2026-11-16', new Set(['2026-11-18']))).toBe(14)
})

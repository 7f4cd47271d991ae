import { describe, expect, test } from 'vitest'
import { anAction, aReport } from '../testing.ts'
import { isOverdue } from './overdue.ts'

const due = (dueOn: string | null, ...history: Parameters<typeof aReport>[0][]) =>
  anAction({ dueOn, history: history.map((report) => aReport(report)) })

describe('an action is overdue', () => {
  test('from the day after its last one', () => {
    const action = due('2025-06-30', { status: 'inProgress' })
    expect(isOverdue(action, '2025-06-30')).toBe(false)
    expect(isOverdue(action, '2025-07-01')).toBe(true)
  })

  test('while nobody has reported on it', () => {
    expect(isOverdue(due('2025-06-30'), '2025-07-01')).toBe(true)
  })

  test.each(['inProgress', 'partial', 'deferred', 'notStarted'] as const)('while it is %s', (status) => {
    expect(isOverdue(due('2025-06-30', { status }), '2026-01-01')).toBe(true)
  })

  test('no more once the newest report says that it is done', () => {
    const done = due(
      '2024-06-30',
      { asOf: '2023/2024', status: 'inProgress' },
      { asOf: '2024/2025', status: 'implemented' },
    )
    expect(isOverdue(done, '2026-01-01')).toBe(false)
  })

  test('again when a correction says that it is not done after all', () => {
    const corrected = due(
      '2024-06-30',
      { status: 'implemented', revision: 1 },
      { status: 'partial', revision: 2 },
    )
    expect(isOverdue(corrected, '2026-01-01')).toBe(true)
  })

  test('never without a last day', () => {
    expect(isOverdue(due(null, { status: 'notStarted' }), '2999-01-01')).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { countByStatus, currentReport, currentStatus, linkOf } from './model.ts'
import { actionsWith, anAction, aProgramme, aReport } from './testing.ts'

describe('currentStatus', () => {
  const history = [
    aReport({ asOf: '2023/2024', status: 'notStarted' }),
    aReport({ asOf: '2024/2025', status: 'partial', revision: 1 }),
    aReport({ asOf: '2024/2025', status: 'inProgress', revision: 2 }),
  ]

  test('is the newest revision of the newest period', () => {
    expect(currentStatus({ history })).toBe('inProgress')
    expect(currentStatus({ history: history.toReversed() })).toBe('inProgress')
  })
  test('can be asked for a period', () => {
    expect(currentStatus({ history }, '2023/2024')).toBe('notStarted')
    expect(currentReport({ history }, '2022/2023')).toBeUndefined()
  })
})

test('countByStatus counts actions that nobody reported on in the total', () => {
  const actions = [...actionsWith('implemented', 'deferred'), anAction({ history: [] })]
  expect(countByStatus(actions)).toEqual({
    total: 3,
    byStatus: { implemented: 1, inProgress: 0, partial: 0, deferred: 1, notStarted: 0 },
    unreported: 1,
  })
})

test('a link that nobody stated is unknown', () => {
  expect(linkOf(aProgramme(), '1.1')).toBe('yes')
  expect(linkOf(aProgramme(), '1.2')).toBe('unknown')
})

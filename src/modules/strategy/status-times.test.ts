import { expect, test } from 'vitest'
import { statusTimes } from './status-times.ts'
import { aReport } from './testing.ts'

const reportedIn = (...periods: string[]) => ({ history: periods.map((asOf) => aReport({ asOf })) })

test('one status of a later year does not make the others newer', () => {
  const actions = [
    reportedIn('2024/2025'),
    reportedIn('2024/2025', '2025/2026'),
    reportedIn('2023/2024'),
    reportedIn(),
  ]
  expect(statusTimes(actions)).toEqual({ newest: '2025/2026', ofNewest: 1, reported: 3 })
})

test('while nobody has reported there is no time', () => {
  expect(statusTimes([reportedIn()])).toEqual({ newest: null, ofNewest: 0, reported: 0 })
})

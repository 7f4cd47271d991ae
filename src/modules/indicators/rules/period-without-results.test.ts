import { expect, test } from 'vitest'
import type { Observation } from '../model.ts'
import { aBaseline, anIndicator, anObservation, aSeries, aTarget } from '../testing.ts'
import { periodWithoutResults } from './period-without-results.ts'
import { wholeOf } from './rule.ts'
import { seriesNotMeasured } from './series-not-measured.ts'
import { aSet } from './testing.ts'

const indicator = (code: string, results: Observation[]) =>
  anIndicator({
    id: `00000000-0000-7000-8000-00000000000${code}`,
    code,
    series: [aSeries({ baseline: aBaseline(10), targets: [aTarget()], results })],
  })
const measuredIn = (...periods: string[]) => periods.map((period) => anObservation({ period }))
const notMeasured = anObservation({ value: { kind: 'missing', missing: 'notMeasured' } })

test('says once which indicators have no result for a period so far', () => {
  const set = aSet([
    indicator('1', measuredIn('2023/2024')),
    indicator('2', measuredIn('2023/2024')),
    indicator('3', measuredIn('2023/2024', '2024/2025')),
  ])
  expect(periodWithoutResults.check(wholeOf(set))).toEqual([
    {
      severity: 'obstacle',
      subjects: [
        { kind: 'indicator', code: '1' },
        { kind: 'indicator', code: '2' },
      ],
      explanation: {
        lv: 'No 3 rādītājiem, kuri ir mērīti, daļai vēl nav rezultāta, ko salīdzināt ar sasniedzamo vērtību: 2024./2025. mācību gadā – 2 (1 un 2).',
        en: 'Of 3 indicators that are measured, some have no result so far to compare with a target: 2 for 2024/2025 (1 and 2).',
      },
    },
  ])
  expect(seriesNotMeasured.check(set)).toEqual([])
})

test('leaves to others what is explained, what was measured later and what was never measured', () => {
  const explained = indicator('1', [...measuredIn('2023/2024'), notMeasured])
  const later = indicator('2', measuredIn('2024/2025'))
  const never = indicator('3', [])
  expect(periodWithoutResults.check(wholeOf(aSet([explained, later, never])))).toEqual([])
  expect(seriesNotMeasured.check(aSet([explained, later, never]))).toHaveLength(2)
})

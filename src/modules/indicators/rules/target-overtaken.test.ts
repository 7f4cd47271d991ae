import { expect, test } from 'vitest'
import type { Indicator, Series } from '../model.ts'
import { aBaseline, aChange, aNumber, anIndicator, anObservation, aSeries, aTarget } from '../testing.ts'
import { targetOvertaken } from './target-overtaken.ts'
import { aSet } from './testing.ts'

const interim = (number: number) => [anObservation({ period: '2023/2024', value: aNumber(number) })]
const targets = [aTarget({ year: 2023, value: 10 }), aTarget({ value: 12 })]
const check = (series: Partial<Series>, given: Partial<Indicator> = {}) =>
  targetOvertaken.check(aSet([anIndicator({ series: [aSeries({ targets, ...series })], ...given })]))

test('finds an interim result that has reached the final target', () => {
  expect(check({ results: interim(23) })).toEqual([
    {
      severity: 'notice',
      subjects: [{ kind: 'series', key: '1', indicator: '1', year: 2025 }],
      explanation: {
        lv: '1. rādītājā agrāks rezultāts jau atbilst vēlāka gada sasniedzamajai vērtībai: 23 (2023./2024. mācību gads) pret sasniedzamo vērtību 12 (2025).',
        en: 'In indicator 1, an earlier result already meets the target of a later year: 23 (2023/2024) against a target of 12 (2025).',
      },
    },
  ])
})

test('counts a change from the baseline, and asks for less where less is good', () => {
  const changes = [aChange(2, 'percent', 2023), aChange(3, 'percent')]
  expect(check({ baseline: aBaseline(389), targets: changes, results: interim(1116) })).toHaveLength(1)
  expect(check({ baseline: aBaseline(389), targets: changes, results: interim(400) })).toEqual([])
  const falling = [aTarget({ year: 2023, value: 8 }), aTarget({ value: 5 })]
  expect(check({ targets: falling, results: interim(4.5) }, { direction: 'down' })).toHaveLength(1)
})

test('accepts a result between the two targets, the same target twice, and the year of the target itself', () => {
  expect(check({ results: interim(11) })).toEqual([])
  const same = [aTarget({ year: 2023, value: 10 }), aTarget({ value: 10 })]
  expect(check({ targets: same, results: interim(11) })).toEqual([])
  expect(check({ results: [anObservation({ value: aNumber(23) })] })).toEqual([])
})

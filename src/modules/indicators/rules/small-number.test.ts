import { expect, test } from 'vitest'
import type { ObservedValue } from '../model.ts'
import { aDistribution, aNumber, anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { smallNumber } from './small-number.ts'
import { aSet } from './testing.ts'

const check = (value: ObservedValue, aboutPersons = true) => {
  const series = [aSeries({ results: [anObservation({ value })] })]
  return smallNumber.check(aSet([anIndicator({ aboutPersons, series })]))
}
const share = (number: number, numerator: number, denominator: number): ObservedValue => ({
  kind: 'share',
  number,
  unit: 'percent',
  numerator,
  denominator,
})

test('finds counts of 1 to 4 persons', () => {
  expect(check(aNumber(4))).toHaveLength(1)
  expect(check(aNumber(1))).toHaveLength(1)
  expect(check(aDistribution({ good: 10, poor: 3 }, 'count'))).toHaveLength(1)
})

test('finds a share of fewer than ten persons, and names no figure', () => {
  expect(check(share(71, 5, 7))).toEqual([
    {
      severity: 'notice',
      subjects: [
        { kind: 'indicator', code: '1' },
        { kind: 'series', key: '1', indicator: '1', period: '2024/2025' },
      ],
      explanation: {
        lv: '1. rādītājs ir par cilvēkiem, un daži tā skaitļi balstās uz ļoti nedaudziem (2024./2025.). Šī vietne tos nerāda; dokumentā tie pirms publicēšanas jāapvieno vai jāaizsedz.',
        en: 'Indicator 1 is about persons, and some of its figures rest on very few of them (2024/2025). This site does not show them; in the document they must be merged or suppressed before publication.',
      },
    },
  ])
  expect(check(share(4, 2, 50))).toHaveLength(1)
})

test('accepts 5 and more, 0, shares without counts, and things that are no persons', () => {
  expect(check(aNumber(5))).toEqual([])
  expect(check(aNumber(0))).toEqual([])
  expect(check(aShare(2))).toEqual([])
  expect(check(share(50, 5, 10))).toEqual([])
  expect(check(aDistribution({ yes: 97, no: 3 }))).toEqual([])
  expect(check(aNumber(3), false)).toEqual([])
})

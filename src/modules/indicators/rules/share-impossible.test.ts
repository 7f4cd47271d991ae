import { expect, test } from 'vitest'
import type { ObservedValue } from '../model.ts'
import { aDistribution, anIndicator, anObservation, aSeries } from '../testing.ts'
import { shareImpossible } from './share-impossible.ts'
import { aSet } from './testing.ts'

const check = (value: ObservedValue, printed: string | null = null, aboutPersons = true) => {
  const series = [aSeries({ results: [anObservation({ value, printed })] })]
  return shareImpossible.check(aSet([anIndicator({ unit: 'percent', aboutPersons, series })]))
}
const share = (number: number, numerator?: number, denominator?: number): ObservedValue => ({
  kind: 'share',
  number,
  unit: 'percent',
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
})

test('finds that 70 % of 7 cannot be, and says what can', () => {
  expect(check(share(70, undefined, 7))).toEqual([
    {
      severity: 'contradiction',
      subjects: [{ kind: 'series', key: '1', indicator: '1', period: '2024/2025' }],
      explanation: {
        lv: '1. rādītājā 2024./2025. mācību gadā norādīts īpatsvars 70\u00a0%, bet no 7 tādu nevar iegūt: 4 no 7 ir 57\u00a0% un 5 no 7 ir 71\u00a0%.',
        en: 'Indicator 1 (2024/2025) gives a share of 70%, but no count out of 7 gives it: 4 of 7 is 57% and 5 of 7 is 71%.',
      },
    },
  ])
})

test('accepts 71 % of 7, as 71.4 % and as 71,43 %', () => {
  expect([71, 71.4, 71.43].flatMap((number) => check(share(number, undefined, 7)))).toEqual([])
})

test('reads the decimals from the source: 50 % of 201 can be, 50,0 % cannot', () => {
  expect(check(share(50, undefined, 201), '50 %')).toEqual([])
  expect(check(share(50, undefined, 201), '50,0 %')).toHaveLength(1)
})

test('finds a share that its numerator and denominator do not give', () => {
  expect(check(share(16, 226, 1000))[0]?.explanation.lv).toContain('226 no 1000 ir 22,6\u00a0%')
  expect(check(share(16, 226, 1412))).toEqual([])
})

test('finds a numerator larger than its denominator', () => {
  expect(check(share(100, 12, 11))[0]?.explanation.en).toContain(
    '12, which is larger than its denominator of 11',
  )
})

test('finds a share outside 0 and 100, half a person and a denominator of 0', () => {
  expect(check(share(104))).toHaveLength(1)
  expect(check(share(25, 0.5, 2))).toHaveLength(1)
  expect(check(share(0, 0, 0))).toHaveLength(1)
})

test('accepts sums of money that are not whole', () => {
  expect(check(share(46, 1234567.89, 2683843.2), null, false)).toEqual([])
})

test('finds a count and a share that no whole total yields', () => {
  expect(check({ kind: 'number', number: 13, unit: 'count', share: 36 })).toEqual([])
  expect(check({ kind: 'number', number: 13, unit: 'count', share: 99 })).toHaveLength(1)
  expect(check(share(5, 0))).toHaveLength(1)
})

test('says nothing where no count is known', () => {
  expect(check(share(49.36))).toEqual([])
})

test('finds a distribution in per cent that misses 100 by more than rounding', () => {
  expect(check(aDistribution({ yes: 69, unknown: 24, no: 9 }))[0]?.explanation.lv).toContain(
    'kopā ir 102\u00a0%',
  )
  expect(check(aDistribution({ yes: 33, unknown: 33, no: 33 }))).toEqual([])
  expect(check(aDistribution({ yes: 33.3, unknown: 33.3, no: 33.2 }))).toHaveLength(1)
})

test('finds a distribution of counts that are not whole or negative', () => {
  expect(check(aDistribution({ good: 5.5, poor: 4 }, 'count'))).toHaveLength(1)
  expect(check(aDistribution({ good: 5, poor: -4 }, 'count'))).toHaveLength(1)
  expect(check(aDistribution({ good: 10, poor: 3 }, 'count'))).toEqual([])
})

test('says once of a series that several of its figures cannot be', () => {
  const results = ['2021', '2022', '2023'].map((period, index) =>
    anObservation({ period, value: share([103, 60, 112][index] ?? 0) }),
  )
  const findings = shareImpossible.check(
    aSet([anIndicator({ unit: 'percent', series: [aSeries({ results })] })]),
  )
  expect(findings).toMatchObject([{ subjects: [{ period: '2021' }, { period: '2023' }] }])
  expect(findings[0]?.explanation.en).toContain('Likewise impossible for this result: 112% (2023).')
})

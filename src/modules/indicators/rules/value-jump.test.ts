import { describe, expect, test } from 'vitest'
import type { ObservedValue } from '../model.ts'
import { aBaseline, aMethodology, aNumber, anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { aSet } from './testing.ts'
import { valueJump } from './value-jump.ts'

const aRatio = (number: number): ObservedValue => ({ kind: 'ratio', number, unit: 'ratio' })
const check = (before: ObservedValue, after: ObservedValue, methodologies = [aMethodology()]) => {
  const series = [aSeries({ baseline: aBaseline(before), results: [anObservation({ value: after })] })]
  return valueJump.check(aSet([anIndicator({ methodologies, series })]))
}

test('finds a count that nearly tripled', () => {
  expect(check(aNumber(389), aNumber(1116))).toEqual([
    {
      severity: 'obstacle',
      subjects: [{ kind: 'series', key: '1', indicator: '1', period: '2024/2025' }],
      explanation: {
        lv: '1. rādītāja vērtība pieauga no 389 (2021. gads) līdz 1116 (2024./2025. mācību gads) – 2,9 reizes. Jāpārbauda, vai abas reizes skaitīts viens un tas pats un vai skaitļi pārrakstīti pareizi.',
        en: 'Indicator 1 rose from 389 (2021) to 1,116 (2024/2025), by a factor of 2.9. Check that the same was counted both times and that the figures were copied correctly.',
      },
    },
  ])
})

test('finds per cents and ratios that doubled or halved, and a rise from nothing', () => {
  expect(check(aShare(21), aShare(51))).toHaveLength(1)
  expect(check(aShare(41), aShare(2.2))).toHaveLength(1)
  expect(check(aRatio(5), aRatio(10))).toHaveLength(1)
  expect(check(aNumber(0), aNumber(40))[0]?.explanation.en).toContain(
    'from 0 (2021) to 40 (2024/2025). Check',
  )
})

test('accepts changes that are large only as a factor or only as a difference', () => {
  expect(check(aNumber(1), aNumber(3))).toEqual([])
  expect(check(aNumber(8), aNumber(23))).toEqual([])
  expect(check(aNumber(843), aNumber(1032))).toEqual([])
  expect(check(aShare(6), aShare(19))).toEqual([])
  expect(check(aShare(50), aShare(80))).toEqual([])
  expect(check(aRatio(10), aRatio(12))).toEqual([])
})

test('does not compare figures of different units', () => {
  expect(check(aShare(16), aNumber(735))).toEqual([])
})

test('is a notice where a declared change of method may explain it', () => {
  const methodologies = [
    aMethodology(),
    aMethodology({ version: 2, validFrom: '2023/2024', comparability: 'no' }),
  ]
  expect(check(aShare(1.09), aShare(41), methodologies)).toMatchObject([{ severity: 'notice' }])
})

test('compares a result with the last one that has a value', () => {
  const missing = anObservation({ period: '2023/2024', value: { kind: 'missing', missing: 'notMeasured' } })
  const results = [anObservation({ value: aNumber(300) }), missing]
  const set = aSet([anIndicator({ series: [aSeries({ baseline: aBaseline(100), results })] })])
  expect(valueJump.check(set)).toHaveLength(1)
})

test('takes the steps in the order of time when the baseline lies within the series', () => {
  const years: [string, number][] = [
    ['2012', 100],
    ['2013', 140],
    ['2014', 200],
    ['2016', 300],
    ['2020', 310],
  ]
  const results = years.map(([period, number]) => anObservation({ period, value: aNumber(number) }))
  const series = [aSeries({ baseline: aBaseline(290, { period: '2015' }), results })]
  expect(valueJump.check(aSet([anIndicator({ series })]))).toEqual([])
})

test('says jumps of one period once, with every series', () => {
  const jumping = (key: string) =>
    aSeries({
      key,
      label: { lv: key, en: key },
      baseline: aBaseline(40),
      results: [anObservation({ value: aNumber(266) })],
    })
  const findings = valueJump.check(aSet([anIndicator({ series: [jumping('A'), jumping('B')] })]))
  expect(findings).toMatchObject([{ severity: 'obstacle', subjects: [{ key: 'A' }, { key: 'B' }] }])
  expect(findings[0]?.explanation.lv).toContain(
    '2 rezultātiem vērtība mainījusies vairākas reizes: A – no 40 līdz 266; B',
  )
})

describe('over a long time', () => {
  const ofYears = (figures: Record<string, number>, baselineYear?: string) => {
    const all = Object.entries(figures).map(([period, number]) =>
      anObservation({ period, value: aNumber(number) }),
    )
    const observation = all.find(({ period }) => period === baselineYear)
    const baseline = observation ? { observation, isRecomputed: false } : aBaseline(100, { period: '1990' })
    const results = all.filter((one) => one !== observation)
    return valueJump.check(aSet([anIndicator({ series: [aSeries({ baseline, results })] })]))
  }

  test('follows the years, though the baseline lies in the middle of them', () => {
    const slow = { 2012: 100, 2013: 140, 2014: 190, 2015: 290, 2016: 300 }
    expect(ofYears(slow, '2015')).toEqual([])
    expect(ofYears({ ...slow, 2014: 800 }, '2015')).toHaveLength(2)
  })
  test('leaves alone a count that always moves like this', () => {
    expect(ofYears({ 2012: 160, 2013: 28, 2014: 602, 2015: 35 })).toEqual([])
    expect(ofYears({ 2012: 110, 2013: 120, 2014: 602, 2015: 590 })).toHaveLength(1)
  })
})

import { expect, test } from 'vitest'
import type { Baseline, Target } from '../model.ts'
import { aBaseline, aChange, anIndicator, anObservation, aSeries, aShare, aTarget } from '../testing.ts'
import { baselineMissing } from './baseline-missing.ts'
import { baselineRecomputed } from './baseline-recomputed.ts'
import { baselineWithoutYear } from './baseline-without-year.ts'
import { aSet } from './testing.ts'

const aSetWith = (baseline: Baseline | null) =>
  aSet([anIndicator({ series: [aSeries({ baseline, targets: [aTarget()] })] })])
const notApplicable = aBaseline({ kind: 'missing', missing: 'notApplicable' }, { period: 'unknown' })

test('a baseline that is not there, or only says why, is missing', () => {
  expect(baselineMissing.check(aSetWith(null))).toHaveLength(1)
  expect(baselineMissing.check(aSetWith(notApplicable))).toEqual([
    {
      severity: 'notice',
      subjects: [{ kind: 'indicator', code: '1' }],
      explanation: {
        lv: '1. rādītājam nav bāzes vērtības (iemesls: nav attiecināms), tāpēc izmaiņas nav no kā skaitīt.',
        en: 'Indicator 1 has no baseline (reason: not applicable), so there is nothing to count change from.',
      },
    },
  ])
})

test('a target that is a change says itself that its baseline is missing, and one that exists needs none', () => {
  const asked = (...targets: Target[]) =>
    baselineMissing.check(aSet([anIndicator({ series: [aSeries({ baseline: notApplicable, targets })] })]))
  expect(asked(aChange(2, 'percent'))).toEqual([])
  expect(asked(aTarget({ kind: 'exists', value: null }))).toEqual([])
  expect(asked(aTarget({ kind: 'exists', value: null, year: 2023 }), aTarget())).toHaveLength(1)
})

test('a baseline with a value is not missing, and context needs none', () => {
  const context = anIndicator({ code: 'K1', series: [aSeries({ results: [anObservation()] })] })
  expect(baselineMissing.check(aSetWith(aBaseline(10)))).toEqual([])
  expect(baselineMissing.check(aSet([context]))).toEqual([])
})

test('a baseline of an unknown period has no year', () => {
  const [finding] = baselineWithoutYear.check(aSetWith(aBaseline(aShare(9.2), { period: 'unknown' })))
  expect(finding?.explanation.lv).toBe('1. rādītāja bāzes vērtībai nav norādīts gads: 9,2\u00a0%.')
})

test('the baseline of what is no longer measured needs no year', () => {
  const series = [aSeries({ baseline: aBaseline(aShare(9.2), { period: 'unknown' }) })]
  expect(baselineWithoutYear.check(aSet([anIndicator({ series, retiredOn: '2023-09-01' })]))).toEqual([])
})

test('a dated baseline has a year, and a missing one needs none', () => {
  expect(baselineWithoutYear.check(aSetWith(aBaseline(10)))).toEqual([])
  expect(baselineWithoutYear.check(aSetWith(notApplicable))).toEqual([])
})

test('a recomputed baseline is shown as such', () => {
  expect(baselineRecomputed.check(aSetWith(aBaseline(10, { isRecomputed: true })))).toMatchObject([
    { severity: 'notice', subjects: [{ code: '1' }] },
  ])
  expect(baselineRecomputed.check(aSetWith(aBaseline(10)))).toEqual([])
})

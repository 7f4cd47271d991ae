import { describe, expect, test } from 'vitest'
import type { Indicator, Series } from '../model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'
import { targetAlreadyMet } from './target-already-met.ts'
import { targetAsksForWorse } from './target-asks-for-worse.ts'
import { targetMissing } from './target-missing.ts'
import { targetNotJudgeable } from './target-not-judgeable.ts'
import { targetPercentAmbiguous } from './target-percent-ambiguous.ts'
import { aSet } from './testing.ts'

const aSetOf = (series: Partial<Series>, given: Partial<Indicator> = {}) =>
  aSet([anIndicator({ series: [aSeries(series)], ...given })])
const noBaseline = aBaseline({ kind: 'missing', missing: 'notApplicable' }, { period: 'unknown' })
const bothYears = (given: Parameters<typeof aTarget>[0]) => [
  aTarget({ ...given, year: 2023 }),
  aTarget(given),
]

describe('target-not-judgeable', () => {
  test('finds changes from a baseline that is not there, once for a series', () => {
    const targets = [aChange(2, 'percent', 2023), aChange(3, 'percent')]
    expect(targetNotJudgeable.check(aSetOf({ baseline: noBaseline, targets }))).toEqual([
      {
        severity: 'obstacle',
        subjects: [
          { kind: 'series', key: '1', indicator: '1', year: 2023 },
          { kind: 'series', key: '1', indicator: '1', year: 2025 },
        ],
        explanation: {
          lv: '1. rādītāja sasniedzamās vērtības – 2023. gadā +2\u00a0% un 2025. gadā +3\u00a0% – nevar novērtēt: nav bāzes vērtības, no kuras skaitīt (iemesls: nav attiecināms).',
          en: 'In indicator 1, the targets of +2% in 2023 and +3% in 2025 cannot be judged: there is no baseline to count from (reason: not applicable).',
        },
      },
    ])
  })
  test('finds a trend without a baseline, and one from a text', () => {
    const targets = [aTarget({ kind: 'trend', value: null })]
    const text = aBaseline({ kind: 'text', text: { lv: 'labi', en: 'good' } })
    expect(targetNotJudgeable.check(aSetOf({ targets }))).toHaveLength(1)
    expect(targetNotJudgeable.check(aSetOf({ targets, baseline: text }))).toHaveLength(1)
  })
  test('finds a target on an indicator without a good direction', () => {
    expect(targetNotJudgeable.check(aSetOf({ targets: [aTarget()] }, { direction: 'none' }))).toHaveLength(1)
  })
  test('finds percentage points on a count', () => {
    const targets = [aChange(2, 'percentagePoint')]
    expect(targetNotJudgeable.check(aSetOf({ baseline: aBaseline(72), targets }))).toHaveLength(1)
    expect(targetNotJudgeable.check(aSetOf({ baseline: aBaseline(aShare(72)), targets }))).toEqual([])
  })
  test('accepts a change from a number, a trend from a distribution, and targets that need no baseline', () => {
    const trend = aTarget({ kind: 'trend', value: null })
    const distribution = aBaseline(aDistribution({ good: 10, poor: 3 }, 'count'))
    const others = [aTarget(), aTarget({ kind: 'exists' }), aTarget({ kind: 'firstMeasurement' })]
    expect(
      targetNotJudgeable.check(aSetOf({ baseline: aBaseline(72), targets: [aChange(2, 'percent')] })),
    ).toEqual([])
    expect(targetNotJudgeable.check(aSetOf({ baseline: distribution, targets: [trend] }))).toEqual([])
    expect(targetNotJudgeable.check(aSetOf({ targets: others }))).toEqual([])
  })
})

describe('target-percent-ambiguous', () => {
  test('shows both readings', () => {
    const set = aSetOf(
      { baseline: aBaseline(aShare(50)), targets: [aChange(2, 'percent')] },
      { unit: 'percent' },
    )
    expect(targetPercentAmbiguous.check(set)).toMatchObject([
      { severity: 'notice', subjects: [{ key: '1', year: 2025 }] },
    ])
    expect(targetPercentAmbiguous.check(set)[0]?.explanation.lv).toContain('tas būtu 51\u00a0% vai 52\u00a0%')
  })
  test('accepts percentage points, and per cent of a count', () => {
    const points = aSetOf({ targets: [aChange(2, 'percentagePoint')] }, { unit: 'percent' })
    expect(targetPercentAmbiguous.check(points)).toEqual([])
    expect(targetPercentAmbiguous.check(aSetOf({ targets: [aChange(2, 'percent')] }))).toEqual([])
  })
})

describe('target-missing', () => {
  test('finds years without a target, once for an indicator', () => {
    const schools = aSeries({ key: '1/school', label: { lv: 'Skolas', en: 'Schools' } })
    const series = [
      aSeries({ targets: bothYears({}) }),
      { ...schools, targets: [aTarget(), aTarget({ year: 2023, kind: 'none', value: null })] },
    ]
    expect(targetMissing.check(aSet([anIndicator({ series })]))).toEqual([
      {
        severity: 'obstacle',
        subjects: [
          { kind: 'indicator', code: '1' },
          { kind: 'series', key: '1/school', indicator: '1' },
        ],
        explanation: {
          lv: '1. rādītājam nav sasniedzamās vērtības 2023. gadam (Skolas), tāpēc rezultātu nav pret ko vērtēt.',
          en: 'Indicator 1 has no target for 2023 (Schools), so there is nothing to judge the result against.',
        },
      },
    ])
  })
  test('finds an indicator without a target for any year', () => {
    const none = bothYears({ kind: 'none', value: null })
    expect(targetMissing.check(aSetOf({ baseline: aBaseline(1), targets: none }))).toHaveLength(1)
    expect(targetMissing.check(aSetOf({ baseline: aBaseline(1) }))).toHaveLength(1)
  })
  test('accepts an indicator with its own target year', () => {
    expect(targetMissing.check(aSetOf({ targets: [aTarget({ year: 2030 })] }))).toEqual([])
  })
  test('accepts a target for every year, and context without any', () => {
    const context = anIndicator({ code: 'K1', series: [aSeries({ results: [anObservation()] })] })
    const promised = anIndicator({
      series: [aSeries({ targets: bothYears({ kind: 'exists', value: null }) })],
    })
    expect(targetMissing.check(aSet([promised, context]))).toEqual([])
  })
})

describe('target-already-met', () => {
  test('finds targets that the baseline answers, whichever way is good', () => {
    const up = aSetOf({ baseline: aBaseline(12), targets: [aTarget({ value: 12 })] })
    const down = aSetOf({ baseline: aBaseline(5), targets: [aTarget({ value: 8 })] }, { direction: 'down' })
    expect(targetAlreadyMet.check(up)).toMatchObject([{ severity: 'notice', subjects: [{ year: 2025 }] }])
    expect(targetAlreadyMet.check(down)[0]?.explanation.en).toBe(
      'The baseline of indicator 1, 5 (2021), already meets the target: 8 for 2025.',
    )
  })
  test('finds a change against the good direction', () => {
    const asked = (percent: number) =>
      targetAlreadyMet.check(
        aSetOf({ baseline: aBaseline(10), targets: [aChange(percent, 'percent')] }, { direction: 'down' }),
      )
    expect(asked(5)).toHaveLength(1)
    expect(asked(-5)).toEqual([])
  })
  test('accepts targets ahead of the baseline, in another unit, and without a good direction', () => {
    const baseline = aBaseline(12)
    expect(targetAlreadyMet.check(aSetOf({ baseline, targets: [aTarget({ value: 13 })] }))).toEqual([])
    expect(
      targetAlreadyMet.check(aSetOf({ baseline, targets: [aTarget({ value: 5, unit: 'percent' })] })),
    ).toEqual([])
    expect(targetAlreadyMet.check(aSetOf({ baseline, targets: [aTarget()] }, { direction: 'none' }))).toEqual(
      [],
    )
  })
})

describe('target-asks-for-worse', () => {
  test('finds changes against the good direction, of a negative baseline too', () => {
    const less = aSetOf({ baseline: aBaseline(10), targets: [aChange(5, 'percent')] }, { direction: 'down' })
    expect(targetAsksForWorse.check(less)).toEqual([
      {
        severity: 'notice',
        subjects: [{ kind: 'series', key: '1', indicator: '1', year: 2025 }],
        explanation: {
          lv: '1. rādītājam labāk ir mazāk, bet no bāzes vērtības 10 (2021. gads) jāsasniedz pretējais: 2025. gadam +5\u00a0% jeb 10,5.',
          en: 'For indicator 1, less is better, but from the baseline of 10 (2021) the target asks for the opposite: +5%, that is 10.5, for 2025.',
        },
      },
    ])
    const negative = aSetOf({ baseline: aBaseline(-100), targets: [aChange(-5, 'percent')] })
    expect(targetAsksForWorse.check(negative)).toHaveLength(1)
  })

  test('accepts changes for the better, and those that cannot be counted', () => {
    const targets = [aChange(5, 'percent')]
    expect(targetAsksForWorse.check(aSetOf({ baseline: aBaseline(-100), targets }))).toEqual([])
    expect(targetAsksForWorse.check(aSetOf({ baseline: aBaseline(0), targets }))).toEqual([])
    expect(targetAsksForWorse.check(aSetOf({ baseline: noBaseline, targets }))).toEqual([])
  })
})

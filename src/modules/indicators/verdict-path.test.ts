import { describe, expect, test } from 'vitest'
import type { Series } from './model.ts'
import { aBaseline, aChange, anIndicator, anObservation, aSeries, aShare, aTarget } from './testing.ts'
import { aText, exists, inWords, none, RULE, trend } from './verdict.testing.ts'
import { judge, targetPath, targetValue } from './verdict.ts'

describe('on the way to a target', () => {
  const judgeYear = (value: number, given: Partial<Series> = {}, school = '2022/2023') =>
    judge(
      anIndicator({ unit: 'percent' }),
      aSeries({
        baseline: aBaseline(aShare(80)),
        targets: [aTarget({ value: 90 })],
        results: [anObservation({ period: school, value: aShare(value) })],
        ...given,
      }),
      school,
      RULE,
    )

  test('the line from the baseline decides', () => {
    expect(judgeYear(85)).toMatchObject({ status: 'onTrack', targetYear: 2025 })
    expect(judgeYear(84.9).status).toBe('offTrack')
    expect(inWords(judgeYear(84))).toBe(
      'Ceļš uz sasniedzamo vērtību: taisnē no 80 % (2021) līdz 90 % (2025) 2023. gadam atbilst 85 %; rezultāts 84 % ir mazāks → atpaliek no plānotā',
    )
  })

  test('towards a trend whatever is better than the baseline is on track', () => {
    expect(judgeYear(81, { targets: [trend] })).toMatchObject({ status: 'onTrack', targetYear: 2025 })
    expect(judgeYear(80, { targets: [trend] }).status).toBe('offTrack')
    expect(inWords(judgeYear(79, { targets: [trend] }))).toBe(
      'Sasniedzamā vērtība: labāka par bāzes vērtību 80 %; līdzšinējais rezultāts 79 % ir mazāks → atpaliek no plānotā',
    )
    const sameYear = { targets: [trend], baseline: aBaseline(aShare(80), { period: '2023' }) }
    expect(judgeYear(81, sameYear)).toMatchObject({ reason: 'noPath' })
  })

  test('a relative target is counted out first', () => {
    expect(judgeYear(84, { targets: [aChange(10, 'percent')] })).toMatchObject({ status: 'onTrack' })
  })

  test.each([
    ['an unknown baseline year', { baseline: aBaseline(aShare(80), { period: 'unknown' }) }, 'noPath'],
    ['a later baseline', { baseline: aBaseline(aShare(80), { period: '2024' }) }, 'noPath'],
    ['a target without figure', { targets: [exists] }, 'noPath'],
    ['a trend from a text', { targets: [trend], baseline: aBaseline(aText) }, 'noPath'],
    ['no baseline', { baseline: null }, 'noBaseline'],
    ['no target ahead', { targets: [aTarget({ year: 2021 })] }, 'noTarget'],
    ['nothing promised', { targets: [none] }, 'noTarget'],
    ['a baseline in another unit', { baseline: aBaseline(80) }, 'differentUnits'],
  ])('%s leaves no path', (_, given, reason) => {
    expect(judgeYear(85, given)).toMatchObject({ status: 'notEvaluable', reason })
  })

  test('a year that is answered has no path, even to a later target', () => {
    const targets = [{ ...none, year: 2023 }, aTarget({ value: 90 })]
    expect(judgeYear(85, { targets }, '2023/2024')).toMatchObject({ reason: 'noTarget', targetYear: 2023 })
    expect(judgeYear(85, {}, '2023/2024')).toMatchObject({ reason: 'noTarget', target: null })
  })
})

describe('figures of targets', () => {
  test('the value of a target', () => {
    const series = aSeries({ baseline: aBaseline(aShare(80)) })
    expect(targetValue(series, aTarget({ value: 90 }))).toBe(90)
    expect(targetValue(series, aChange(10, 'percent'))).toBeCloseTo(88, 10)
    expect(targetValue(series, aChange(10, 'percentagePoint'))).toBe(90)
    expect(targetValue(series, trend)).toBeNull()
    expect(targetValue(aSeries(), aChange(10, 'percent'))).toBeNull()
  })

  test('the path runs through every figure in the unit of the baseline', () => {
    const targets = [aTarget({ value: 9 }), aChange(50, 'percent', 2023), { ...trend, year: 2024 }]
    expect(targetPath(aSeries({ baseline: aBaseline(4, { period: '2020/2021' }), targets }))).toEqual([
      { year: 2021, value: 4 },
      { year: 2023, value: 6 },
      { year: 2025, value: 9 },
    ])
    expect(
      targetPath(aSeries({ baseline: aBaseline(aShare(4)), targets: [aTarget({ unit: 'count' })] })),
    ).toHaveLength(1)
  })
})

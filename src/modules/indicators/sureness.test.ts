import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certaintyOf } from './certainty.ts'
import { distanceOf, partOf } from './distance.ts'
import { gapOf } from './misses.ts'
import type { Indicator, Observation, Target } from './model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from './testing.ts'
import { period, RULE } from './verdict.testing.ts'
import { judge } from './verdict.ts'

const none = { n: null, interval: null, standardError: null }

function judgeOne(
  observed: Partial<Observation>,
  target: Target,
  given: Partial<Indicator> = {},
  baseline: Parameters<typeof aSeries>[0] = {},
) {
  const indicator = anIndicator({ unit: 'percent', restsOn: 'answers', ...given })
  const observation = anObservation(observed)
  return judge(indicator, aSeries({ ...baseline, targets: [target], results: [observation] }), period, RULE)
}
const answered = (share: number, n: number | null): Partial<Observation> => ({
  value: aShare(share),
  stated: { ...none, n },
})

describe('how sure a verdict is', () => {
  test('89.3 % of 216 teachers may be 90 % of all: missed, and not certain', () => {
    const verdict = judgeOne(answered(89.3, 216), aTarget({ value: 90 }))
    expect([verdict.status, verdict.certainty]).toEqual(['missed', 'withinChance'])
  })

  test('60 % of 216 is certainly less than 90 %', () => {
    expect(judgeOne(answered(60, 216), aTarget({ value: 90 })).certainty).toBe('certain')
  })

  test('without n it is not known', () => {
    const verdict = judgeOne(answered(89.3, null), aTarget({ value: 90 }))
    expect([verdict.status, verdict.certainty]).toEqual(['missed', 'unknown'])
  })

  test('records leave no room for chance', () => {
    expect(judgeOne({ value: aShare(89.3) }, aTarget({ value: 90 }), { restsOn: 'records' }).certainty).toBe(
      'none',
    )
  })

  test('where everybody answered nothing is by chance', () => {
    const evidence = {
      share: 90,
      decimals: 0,
      n: 40,
      low: 90,
      high: 90,
      method: 'census' as const,
      address: '/a',
    }
    expect(judgeOne({ value: aShare(90), evidence }, aTarget({ value: 90 })).certainty).toBe('certain')
  })

  test('a distribution that is judged has no interval', () => {
    const verdict = judgeOne(
      { value: aDistribution({ yes: 70, no: 30 }) },
      aTarget({ kind: 'trend', value: null }),
      { valueKind: 'distribution' },
      { baseline: aBaseline(aDistribution({ yes: 60, no: 40 })) },
    )
    expect([verdict.status, verdict.certainty]).toEqual(['met', 'unknown'])
  })

  test('of what is only to be there it is no question', () => {
    expect(judgeOne(answered(5, 20), aTarget({ kind: 'firstMeasurement', value: null })).certainty).toBe(
      'none',
    )
  })

  test.for([
    [50, 'met', 'certain'],
    [42, 'met', 'withinChance'],
    [39, 'missed', 'withinChance'],
    [20, 'missed', 'certain'],
    [80, 'missed', 'certain'],
  ] as const)('%i % of 400 against a range from 40 to 60: %s, %s', ([share, status, certainty]) => {
    const range = aTarget({ kind: 'range', value: 40, valueTo: 60 })
    const verdict = judgeOne(answered(share, 400), range)
    expect([verdict.status, verdict.certainty]).toEqual([status, certainty])
  })

  const whole = fc.integer({ min: 0, max: 100 })
  const size = fc.option(fc.integer({ min: 1, max: 5000 }))
  const direction = fc.constantFrom('up' as const, 'down' as const)

  test('it is within chance exactly when what was asked for lies inside the interval', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 5000 }), direction, (share, target, n, way) => {
        const verdict = judgeOne(answered(share, n), aTarget({ value: target }), { direction: way })
        const interval = certaintyOf({ restsOn: 'answers' }, verdict.observation)?.interval
        const isInside = interval ? interval.low <= target && target <= interval.high : false
        expect(verdict.certainty).toBe(isInside ? 'withinChance' : 'certain')
      }),
    )
  })

  test('met and missed never change with how many answered', () => {
    fc.assert(
      fc.property(whole, whole, whole, size, direction, (share, target, base, n, way) => {
        const aims = [
          aTarget({ value: target }),
          aChange(5, 'percentagePoint'),
          aTarget({ kind: 'trend', value: null }),
        ]
        for (const aim of aims) {
          const rest = [aim, { direction: way }, { baseline: aBaseline(aShare(base)) }] as const
          expect(judgeOne(answered(share, n), ...rest).status).toBe(
            judgeOne(answered(share, null), ...rest).status,
          )
        }
      }),
    )
  })
})

describe('how far a result is from what was asked for', () => {
  const far = (result: number, target: number, given: Partial<Indicator> = {}) =>
    distanceOf(
      judgeOne({ value: aNumber(result) }, aTarget({ value: target }), {
        unit: 'count',
        restsOn: null,
        ...given,
      }),
    )

  test.for([
    [89.3, 90, -0.7, 'small', null],
    [17, 20, -3, 'medium', null],
    [13, 20, -7, 'large', 'third'],
    [10, 20, -10, 'large', 'half'],
    [5, 20, -15, 'large', 'moreThanHalf'],
    [20, 20, 0, 'small', null],
    [25, 20, 5, 'medium', null],
    [45, 20, 25, 'large', 'double'],
  ] as const)('%d for %d is %d: %s', ([result, target, difference, step, part]) => {
    const distance = far(result, target)
    expect(distance).toMatchObject({ difference, step })
    expect(distance && partOf(distance)).toBe(part)
  })

  test('from zero there is a difference and no part of it', () => {
    expect(far(3, 0, { direction: 'down' })).toMatchObject({ difference: 3, share: null, step: null })
  })

  test('a range is left at its nearer end', () => {
    const range = aTarget({ kind: 'range', value: 40, valueTo: 60 })
    const at = (share: number) => distanceOf(judgeOne({ value: aShare(share) }, range))
    expect([at(30), at(45), at(58), at(61)]).toMatchObject([
      { needed: 40, difference: -10, side: 'below' },
      { needed: 40, difference: 5, side: 'within' },
      { needed: 60, difference: -2, side: 'within' },
      { needed: 60, difference: 1, side: 'above' },
    ])
  })

  test('the widest misses are counted by the same answer', () => {
    const missed = judgeOne({ value: aNumber(15) }, aTarget({ value: 20 }), { unit: 'count' })
    expect(gapOf(missed)).toEqual({ needed: 20, gap: -0.25 })
    expect(gapOf(judgeOne({ value: aNumber(25) }, aTarget({ value: 20 }), { unit: 'count' }))).toBeNull()
  })
})

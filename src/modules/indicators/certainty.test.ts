import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreesWithEvidence, certaintyOf } from './certainty.ts'
import type { Evidence, Observation, ObservedValue, RestsOn, StatedCertainty } from './model.ts'
import { aDistribution, aNumber, anObservation, aShare } from './testing.ts'

const stated = (given: Partial<StatedCertainty>): StatedCertainty => ({
  n: null,
  interval: null,
  standardError: null,
  ...given,
})
const survey = (share: number, given: Partial<Evidence> = {}): Evidence => ({
  share,
  decimals: 0,
  n: 216,
  low: share - 4,
  high: share + 3,
  method: 'wilsonFinite',
  address: '/aptaujas/survey#result-teachers-vision',
  ...given,
})
const aPart = (numerator: number, denominator: number): ObservedValue => ({
  kind: 'share',
  number: (100 * numerator) / denominator,
  unit: 'percent',
  numerator,
  denominator,
})
const of = (restsOn: RestsOn | null, given: Partial<Observation>) =>
  certaintyOf({ restsOn }, anObservation(given))

describe('the interval of a share of those who answered', () => {
  /** METHODS 2.1: Wilson without correction, as R `prop.test(correct = FALSE)` gives it. */
  const known = [
    [15, 148, 0.062386, 0.160487],
    [81, 263, 0.255289, 0.36621],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [10, 10, 0.722467, 1],
  ] as const

  test.for(known)('of %i in %i is Wilson’s', ([numerator, denominator, low, high]) => {
    const certainty = of('answers', { value: aPart(numerator, denominator) })
    expect(certainty).toMatchObject({ n: denominator, source: 'figure', interval: { method: 'wilson' } })
    expect(certainty?.interval?.low).toBeCloseTo(100 * low, 3)
    expect(certainty?.interval?.high).toBeCloseTo(100 * high, 3)
  })

  test('rests on the only whole count that prints so', () => {
    const printed = of('answers', { value: aShare(10.1), printed: '10,1 %', stated: stated({ n: 148 }) })
    const counted = of('answers', {
      value: aPart(15, 148),
    })
    expect(printed?.interval).toEqual(counted?.interval)
  })

  test('always holds what was printed, and is narrower the more have answered', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 3000 }), (number, n) => {
        const width = (sample: number) => {
          const interval = of('answers', { value: aShare(number), stated: stated({ n: sample }) })?.interval
          expect(interval?.low).toBeLessThanOrEqual(number)
          expect(interval?.high).toBeGreaterThanOrEqual(number)
          expect(interval?.low).toBeGreaterThanOrEqual(0)
          expect(interval?.high).toBeLessThanOrEqual(100)
          return (interval?.high ?? 0) - (interval?.low ?? 0)
        }
        expect(width(n * 100)).toBeLessThan(width(n))
      }),
    )
  })

  test('is not invented where the share cannot be', () => {
    expect(of('answers', { value: aShare(104), stated: stated({ n: 50 }) })).toMatchObject({
      n: 50,
      interval: null,
    })
  })
})

describe('the interval of a mean', () => {
  const mean = (given: Partial<StatedCertainty>) =>
    of('mean', { value: aNumber(46.4, 'percent'), stated: stated(given) })

  test('takes t with n − 1 degrees of freedom from its standard error', () => {
    // R: qt(0.975, 9) = 2.262157
    const { interval } = mean({ n: 10, standardError: 2 }) ?? {}
    expect(interval?.method).toBe('t')
    expect(interval?.low).toBeCloseTo(46.4 - 2 * 2.262157, 5)
    expect(interval?.high).toBeCloseTo(46.4 + 2 * 2.262157, 5)
  })

  test('takes the normal distribution while n is not known', () => {
    const { interval, n } = mean({ standardError: 2 }) ?? {}
    expect([n, interval?.method]).toEqual([null, 'normal'])
    expect(interval?.high).toBeCloseTo(46.4 + 2 * 1.959964, 5)
  })

  test('is not to be had from n alone', () => {
    expect(mean({ n: 320 })).toEqual({ n: 320, interval: null, source: 'figure', address: null })
  })
})

describe('what is known first is taken', () => {
  const value = aShare(89.3)

  test('the interval that the source states', () => {
    const own = stated({ n: 200, interval: { low: 85, high: 93 } })
    expect(of('answers', { value, stated: own, evidence: survey(89) })).toEqual({
      n: 200,
      interval: { low: 85, high: 93, method: 'stated' },
      source: 'figure',
      address: '/aptaujas/survey#result-teachers-vision',
    })
  })

  test('then that of the survey whose table holds the same figure', () => {
    expect(of(null, { value, evidence: survey(89) })).toMatchObject({
      n: 216,
      interval: { low: 85, high: 92, method: 'wilsonFinite' },
      source: 'survey',
    })
  })

  test('never that of another figure', () => {
    expect(of('answers', { value, evidence: survey(88) })).toEqual({
      n: null,
      interval: null,
      source: null,
      address: null,
    })
    expect(agreesWithEvidence(anObservation({ value: aShare(89.5), evidence: survey(90) }))).toBe(true)
    expect(
      agreesWithEvidence(anObservation({ value: aShare(89.3), evidence: survey(89.1, { decimals: 1 }) })),
    ).toBe(false)
  })
})

describe('nothing is said', () => {
  test.for<[string, RestsOn | null, Partial<Observation>]>([
    ['of records', 'records', { value: aPart(10, 20) }],
    ['of what nobody calls answers', null, { value: aPart(10, 20) }],
    ['of what is missing', 'answers', { value: { kind: 'missing', missing: 'notMeasured' } }],
    ['of words', 'answers', { value: { kind: 'text', text: { lv: 'ir', en: 'yes' } } }],
  ])('%s', ([, restsOn, given]) => {
    expect(of(restsOn, given)).toBeNull()
  })

  test('but that n is not known, where answers were counted', () => {
    const unknown = { n: null, interval: null, source: null, address: null }
    expect(of('answers', { value: aShare(89.3) })).toEqual(unknown)
    expect(of('answers', { value: aDistribution({ yes: 69, no: 31 }) })).toEqual(unknown)
    expect(of('mean', { value: aNumber(46.4, 'percent') })).toEqual(unknown)
  })
})

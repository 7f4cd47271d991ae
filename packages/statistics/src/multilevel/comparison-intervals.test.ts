import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, Z_95 } from '../distributions/normal.ts'
import { seededRandom } from '../seeded-random.ts'
import { comparisonIntervals } from './comparison-intervals.ts'

const withErrors = (errors: readonly number[]) =>
  errors.map((standardError) => ({ effect: 0, standardError }))

test('errors of one size give the factor of Goldstein and Healy, 1.39', () => {
  expect(comparisonIntervals(withErrors([1, 1])).factor).toBeCloseTo(Z_95 / Math.SQRT2, 12)
  expect(comparisonIntervals(withErrors(Array.from({ length: 65 }, () => 0.1))).factor).toBeCloseTo(
    1.385904,
    6,
  )
})

test('two intervals touch exactly when the difference is just significant', () => {
  // The difference of errors 3 and 4 has the error 5.
  const [first, second] = comparisonIntervals([
    { effect: 0, standardError: 3 },
    { effect: 5 * Z_95, standardError: 4 },
  ]).intervals
  expect(first?.high).toBeCloseTo(second?.low as number, 10)
  expect(first?.low).toBeCloseTo(-(first?.high as number), 10)
})

// reference/comparisons.R
test('for errors of several sizes the factor is as R finds it', () => {
  expect(comparisonIntervals(withErrors([1, 2, 4])).factor).toBeCloseTo(1.51581827104157, 12)
  expect(comparisonIntervals(withErrors([0.05, 0.08, 0.1, 0.1, 0.25])).factor).toBeCloseTo(
    1.48003591658986,
    12,
  )
})

test('a group known for certain meets the others at their ordinary intervals', () => {
  expect(comparisonIntervals(withErrors([0, 2])).factor).toBeCloseTo(Z_95, 10)
  expect(comparisonIntervals(withErrors([0, 0, 2])).factor).toBeCloseTo(Z_95, 10)
})

test('without a pair to compare, intervals are ordinary ones', () => {
  expect(comparisonIntervals([])).toEqual({ factor: expect.closeTo(Z_95, 12), intervals: [] })
  expect(comparisonIntervals([{ effect: 2, standardError: 1 }], 0.9)).toEqual({
    factor: expect.closeTo(1.644853627, 9),
    intervals: [{ low: expect.closeTo(0.355146373, 9), high: expect.closeTo(3.644853627, 9) }],
  })
  const certain = [{ effect: 2, standardError: 0 }]
  expect(comparisonIntervals([...certain, ...certain]).intervals).toEqual([
    { low: 2, high: 2 },
    { low: 2, high: 2 },
  ])
})

const errors = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 12 })
const levels = fc.double({ min: 0.01, max: 0.999, noNaN: true })

test('the mean chance that a pair lies apart is 1 − level', () => {
  fc.assert(
    fc.property(errors, levels, (all, level) => {
      const { factor } = comparisonIntervals(withErrors(all), level)
      const chances = all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .map((other) => 2 * normalCdf((factor * (one + other)) / Math.hypot(one, other), 'upper')),
      )
      const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length
      expect(mean).toBeCloseTo(1 - level, 10)
    }),
  )
})

test('the unit of the effects does not matter', () => {
  fc.assert(
    fc.property(errors, levels, (all, level) => {
      const { factor } = comparisonIntervals(withErrors(all), level)
      const inOther = comparisonIntervals(withErrors(all.map((error) => error * 1000)), level)
      expect(inOther.factor).toBeCloseTo(factor, 10)
    }),
  )
})

test('of alike schools one pair in twenty lies apart', () => {
  const random = seededRandom(11)
  const sizes = [0.5, 1, 1, 2, 3]
  let apart = 0
  for (let run = 0; run < 4_000; run++) {
    const { intervals } = comparisonIntervals(
      sizes.map((standardError) => ({ effect: standardError * random.normal(), standardError })),
    )
    for (const [at, one] of intervals.entries()) {
      for (const other of intervals.slice(at + 1)) {
        if (one.high < other.low || other.high < one.low) apart++
      }
    }
  }
  expect(apart / 40_000).toBeCloseTo(0.05, 2)
})

test('refuses what is no effect, no error and no level', () => {
  const one = { effect: 1, standardError: 1 }
  expect(() => comparisonIntervals([{ ...one, effect: Number.NaN }])).toThrow(
    new RangeError('comparisonIntervals: effect NaN is not a finite number'),
  )
  for (const standardError of [-1, Infinity, Number.NaN])
    expect(() => comparisonIntervals([one, { ...one, standardError }])).toThrow(
      new RangeError(`comparisonIntervals: standardError ${standardError} is negative or not finite`),
    )
  expect(() => comparisonIntervals([one], 95)).toThrow(
    new RangeError('comparisonIntervals: level 95 is not between 0 and 1'),
  )
})

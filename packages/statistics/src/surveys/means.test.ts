import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unweightedMean, weightedMean } from './means.ts'

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 50 })

// R: weighted.mean(c(71.4, 88, 52.5), c(216, 29, 97))
test('the weighted mean agrees with R', () => {
  expect(weightedMean([71.4, 88, 52.5], [216, 29, 97])).toBeCloseTo(67.4470760233918, 12)
})

test('a large school moves only the weighted mean', () => {
  expect(unweightedMean([0.5, 0.9])).toBeCloseTo(0.7, 15)
  expect(weightedMean([0.5, 0.9], [900, 30])).toBeCloseTo(0.512903225806, 11)
})

test('typed arrays have means like lists', () => {
  expect(unweightedMean(Float64Array.of(1, 2))).toBe(1.5)
  expect(weightedMean(Float64Array.of(1, 4), Int32Array.of(2, 1))).toBe(2)
})

test('a value of weight zero does not count', () => {
  expect(weightedMean([3, 1000], [2, 0])).toBe(3)
})

test('equal weights change nothing', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0.001, max: 1000, noNaN: true }), (numbers, weight) => {
      expect(
        weightedMean(
          numbers,
          numbers.map(() => weight),
        ),
      ).toBeCloseTo(unweightedMean(numbers), 9)
    }),
  )
})

test('a mean lies between the least and the largest value', () => {
  const weighted = fc.array(
    fc.tuple(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 900 })),
    {
      minLength: 1,
    },
  )
  fc.assert(
    fc.property(weighted, (pairs) => {
      const numbers = pairs.map(([value]) => value)
      const mean = weightedMean(
        numbers,
        pairs.map(([, weight]) => weight),
      )
      expect(Math.min(...numbers) - 1e-9 <= mean && mean <= Math.max(...numbers) + 1e-9).toBe(true)
    }),
  )
})

test('refuses what has no mean', () => {
  expect(() => unweightedMean([])).toThrow(new RangeError('unweightedMean: no values'))
  expect(() => unweightedMean([1, Number.NaN])).toThrow(
    'unweightedMean: value NaN at 1 is not a finite number',
  )
  expect(() => weightedMean([1, Infinity], [1, 1])).toThrow('weightedMean: value Infinity at 1')
  expect(() => weightedMean([1, 2], [Number.NaN, 1])).toThrow('weightedMean: weight NaN at 0')
  expect(() => weightedMean([], [])).toThrow('weightedMean: no values')
  expect(() => weightedMean([1, 2], [1])).toThrow('weightedMean: 2 values but 1 weights')
  expect(() => weightedMean([1, 2], [1, -1])).toThrow('weightedMean: negative weight -1')
  expect(() => weightedMean([1, 2], [0, 0])).toThrow('weightedMean: all weights are zero')
})

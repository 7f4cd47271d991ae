import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleQuantile } from './sample-quantile.ts'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })

// R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.2, .5, .9))
test('agrees with R', () => {
  const digits = [3, 1, 4, 1, 5, 9, 2, 6]
  expect(sampleQuantile(digits, 0.2)).toBeCloseTo(1.4, 12)
  expect(sampleQuantile(digits, 0.5)).toBeCloseTo(3.5, 12)
  expect(sampleQuantile(digits, 0.9)).toBeCloseTo(6.9, 12)
})

test('goes from the smallest to the largest', () => {
  fc.assert(
    fc.property(values, (all) => {
      expect(sampleQuantile(all, 0)).toBe(Math.min(...all) + 0)
      expect(sampleQuantile(all, 1)).toBe(Math.max(...all) + 0)
    }),
  )
})

test('refuses no values, a share beyond 1 and what is not a number', () => {
  expect(() => sampleQuantile([], 0.5)).toThrow('sampleQuantile: no values')
  expect(() => sampleQuantile([1], 50)).toThrow('sampleQuantile: share 50')
  expect(() => sampleQuantile([1, Number.NaN], 0.5)).toThrow('sampleQuantile: value NaN at 1')
})

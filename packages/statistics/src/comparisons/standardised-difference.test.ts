import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceDifference, coxIndex, hedgesG, shareBalanceDifference } from './standardised-difference.ts'

const treated = { mean: 103, sd: 14, size: 20 }
const control = { mean: 95, sd: 16, size: 20 }

// reference/comparisons.R
test('Hedges’ g agrees with its formula in R', () => {
  const g = hedgesG(treated, control)
  expect(g.value).toBeCloseTo(0.52156779323047, 12)
  expect(g.standardError).toBeCloseTo(0.32155934450221, 12)
  expect(g.interval.high - g.value).toBeCloseTo(1.959963984540054 * g.standardError, 12)
  expect(g.value - g.interval.low).toBeCloseTo(1.959963984540054 * g.standardError, 12)
})

test('balance is measured in the average standard deviation', () => {
  expect(balanceDifference(treated, { ...control, size: 900 })).toBeCloseTo(
    8 / Math.sqrt((196 + 256) / 2),
    12,
  )
  expect(shareBalanceDifference(0.5, 0.5)).toBe(0)
  expect(shareBalanceDifference(0.6, 0.5)).toBeCloseTo(0.1 / Math.sqrt((0.24 + 0.25) / 2), 12)
})

test('the Cox index is a log odds ratio over 1.65', () => {
  expect(coxIndex(0.75, 0.5)).toBeCloseTo(Math.log(3) / 1.65, 12)
  expect(coxIndex(0.8, 0.75)).toBeCloseTo(Math.log(4 / 3) / 1.65, 12)
})

test('changing places changes the sign', () => {
  const groups = fc.record({
    mean: fc.integer({ min: -50, max: 50 }),
    sd: fc.integer({ min: 1, max: 30 }),
    size: fc.integer({ min: 2, max: 500 }),
  })
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      expect(hedgesG(one, other).value).toBeCloseTo(-hedgesG(other, one).value, 12)
      expect(balanceDifference(one, other)).toBeCloseTo(-balanceDifference(other, one), 12)
      expect(Math.abs(hedgesG(one, other).value)).toBeLessThanOrEqual(
        Math.abs(one.mean - other.mean) / Math.min(one.sd, other.sd),
      )
    }),
  )
})

test('refuses groups and shares without spread', () => {
  const flat = { mean: 1, sd: 0, size: 5 }
  expect(() => hedgesG(flat, flat)).toThrow('hedgesG: both standard deviations are 0')
  expect(() => balanceDifference(flat, flat)).toThrow('balanceDifference: both standard deviations are 0')
  expect(() => hedgesG({ ...treated, size: 1 }, control)).toThrow('hedgesG: size 1')
  expect(() => hedgesG({ ...treated, sd: -1 }, control)).toThrow('hedgesG: sd -1')
  expect(() => hedgesG({ ...treated, mean: Number.NaN }, control)).toThrow('hedgesG: mean NaN')
  expect(() => shareBalanceDifference(0, 1)).toThrow('shareBalanceDifference: shares 0 and 1')
  expect(() => coxIndex(1, 0.5)).toThrow('coxIndex: share 1')
  expect(() => coxIndex(0.5, 0)).toThrow('coxIndex: share 0 is not between 0 and 1')
  expect(() => hedgesG(treated, { ...control, sd: Infinity })).toThrow('hedgesG: sd Infinity')
  expect(() => hedgesG(treated, control, 95)).toThrow('hedgesG: level 95 is not between 0 and 1')
  expect(() => balanceDifference({ ...treated, size: 1 }, control)).toThrow('balanceDifference: size 1')
  expect(() => balanceDifference(treated, { ...control, sd: -1 })).toThrow('balanceDifference: sd -1')
  expect(() => shareBalanceDifference(71, 0.5)).toThrow('shareBalanceDifference: share 71')
  expect(() => shareBalanceDifference(0.5, -1)).toThrow('shareBalanceDifference: share -1')
})

import { expect, test } from 'vitest'
import { intervalCoverage } from './coverage.ts'
import { hypergeometricInterval } from './hypergeometric-interval.ts'
import { wilsonFinite, wilsonInterval } from './wilson.ts'

// reference/reference.R, `coverage`: every population tried one by one with dhyper
test('agrees with R for Wilson without correction, 15 of 25', () => {
  const { mean, least, meanWidth } = intervalCoverage((k) => wilsonInterval(k, 15), 15, 25)
  expect(mean).toBeCloseTo(0.999227724086386, 12)
  expect(least).toBeCloseTo(0.996392515816395, 12)
  expect(meanWidth).toBeCloseTo(0.368708992021367, 12)
})

test('agrees with R for Wilson with correction, 600 of 1000', () => {
  const { mean, least, meanWidth } = intervalCoverage((k) => wilsonFinite(k / 600, 600, 1000), 600, 1000)
  expect(mean).toBeCloseTo(0.9504045181669684, 12)
  expect(least).toBeCloseTo(0.913311456515834, 12)
  expect(meanWidth).toBeCloseTo(0.0397008196472311, 12)
})

test('agrees with R for the exact interval, 36 of 60', () => {
  const { mean, least, meanWidth } = intervalCoverage((k) => hypergeometricInterval(k, 36, 60), 36, 60)
  expect(mean).toBeCloseTo(0.978116815928193, 12)
  expect(least).toBeCloseTo(0.960106219019792, 12)
  expect(meanWidth).toBeCloseTo(0.163063063063063, 12)
})

test('the three widths at 24 of 25 are 30, 6 and 4 percentage points', () => {
  const width = (intervalFor: Parameters<typeof intervalCoverage>[0]) =>
    intervalCoverage(intervalFor, 24, 25).meanWidth
  expect(width((k) => wilsonInterval(k, 24))).toBeCloseTo(0.3, 3)
  expect(width((k) => wilsonFinite(k / 24, 24, 25))).toBeCloseTo(0.061, 3)
  expect(width((k) => hypergeometricInterval(k, 24, 25))).toBeCloseTo(0.04, 12)
})

test('saying everything is always right', () => {
  const { mean, least, meanWidth } = intervalCoverage(() => ({ low: 0, high: 1 }), 7, 30)
  expect([mean, least, meanWidth]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12), 1])
})

test('refuses a sample larger than the population', () => {
  expect(() => intervalCoverage(() => ({ low: 0, high: 1 }), 31, 30)).toThrow('intervalCoverage: sample 31')
})

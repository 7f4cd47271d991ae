import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hypergeometricInterval } from './hypergeometric-interval.ts'
import { EXACT_POPULATION_LIMIT, shareInterval } from './share-interval.ts'
import { wilsonFinite, wilsonInterval } from './wilson.ts'

test('is exact for a small population, from the count', () => {
  const interval = shareInterval({ share: 0.71, successes: 153, sample: 216, population: 500 })
  expect(interval).toEqual({ ...hypergeometricInterval(153, 216, 500), method: 'exact', successes: 153 })
})

test('is exact for a small population, from the count nearest to the printed share', () => {
  const interval = shareInterval({ share: 0.71, sample: 216, population: 500 })
  expect(interval).toEqual({ ...hypergeometricInterval(153, 216, 500), method: 'exact', successes: 153 })
})

test('turns to Wilson with correction just above the limit', () => {
  const interval = shareInterval({ share: 0.71, sample: 216, population: EXACT_POPULATION_LIMIT + 1 })
  expect(interval.method).toBe('wilsonFinite')
  expect(interval.low).toBeCloseTo(wilsonFinite(0.71, 216, 501).low, 13)
  expect(interval).not.toHaveProperty('successes')
})

test('is plain Wilson when the population is not known', () => {
  const interval = shareInterval({ share: 0.75, successes: 15, sample: 20 })
  expect(interval).toMatchObject({ method: 'wilson', successes: 15 })
  expect(interval.high).toBeCloseTo(wilsonInterval(15, 20).high, 13)
})

test('is a point when everyone answered, however many', () => {
  expect(shareInterval({ share: 0.97, sample: 29, population: 29 })).toEqual({
    low: 0.97,
    high: 0.97,
    method: 'census',
  })
  expect(shareInterval({ share: 0.5, successes: 450, sample: 900, population: 900 })).toEqual({
    low: 0.5,
    high: 0.5,
    method: 'census',
    successes: 450,
  })
})

test('trusts the count over its print', () => {
  expect(shareInterval({ share: 0.29, successes: 2, sample: 7, population: 7 }).low).toBe(2 / 7)
})

test('the two methods nearly meet at the limit', () => {
  const exact = shareInterval({ share: 0.7, sample: 250, population: EXACT_POPULATION_LIMIT })
  const wilson = shareInterval({ share: 0.7, sample: 250, population: EXACT_POPULATION_LIMIT + 1 })
  expect(Math.abs(exact.low - wilson.low)).toBeLessThan(0.005)
  expect(Math.abs(exact.high - wilson.high)).toBeLessThan(0.005)
})

const observed = fc
  .integer({ min: 1, max: 1500 })
  .chain((population) => fc.tuple(fc.integer({ min: 1, max: population }), fc.constant(population)))
  .chain(([sample, population]) => fc.tuple(fc.nat(sample), fc.constant(sample), fc.constant(population)))
const observedByHalf = observed.filter(([, sample, population]) => sample >= population / 2)

test('is no wider than without the population once half of it answered', () => {
  fc.assert(
    fc.property(observedByHalf, ([successes, sample, population]) => {
      const share = successes / sample
      const known = shareInterval({ share, successes, sample, population })
      const unknown = shareInterval({ share, successes, sample })
      expect(known.high - known.low).toBeLessThanOrEqual(unknown.high - unknown.low)
    }),
  )
})

test('is wider for more confidence', () => {
  fc.assert(
    fc.property(observed, ([successes, sample, population]) => {
      const surer = shareInterval({ share: successes / sample, successes, sample, population }, 0.99)
      const usual = shareInterval({ share: successes / sample, successes, sample, population })
      expect(surer.low <= usual.low && usual.high <= surer.high).toBe(true)
    }),
  )
})

test('refuses impossible input', () => {
  expect(() => shareInterval({ share: 71, sample: 20 })).toThrow('shareInterval: share 71')
  expect(() => shareInterval({ share: 0.7, sample: 0 })).toThrow('shareInterval: sample 0')
  expect(() => shareInterval({ share: 0.7, sample: 30, population: 29 })).toThrow(
    'shareInterval: population 29',
  )
  expect(() => shareInterval({ share: 0.7, successes: 21, sample: 20 })).toThrow(
    'shareInterval: successes 21',
  )
  expect(() => shareInterval({ share: 0.7, sample: 20 }, 95)).toThrow('shareInterval: level 95')
})

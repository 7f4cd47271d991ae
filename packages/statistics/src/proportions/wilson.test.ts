import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectiveSampleSize, wilsonFinite, wilsonInterval, wilsonShareInterval } from './wilson.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const sampleAndPopulation = fc
  .integer({ min: 1, max: 5000 })
  .chain((N) => fc.tuple(fc.integer({ min: 1, max: N }), fc.constant(N)))

// R: prop.test(15, 20, correct = FALSE)$conf.int
test('agrees with R for 15 of 20', () => {
  const { low, high } = wilsonInterval(15, 20)
  expect(low).toBeCloseTo(0.531299122381, 11)
  expect(high).toBeCloseTo(0.888138298592, 11)
})

// reference/reference.R, wilsonFinite
test('agrees with the formula in R for 71 % of 216 answers from 502 people', () => {
  const { low, high } = wilsonFinite(0.71, 216, 502)
  expect(low).toBeCloseTo(0.662350044158005, 13)
  expect(high).toBeCloseTo(0.753428783263082, 13)
})

test('touches 0 and 1 exactly when nobody or everybody does', () => {
  expect(wilsonInterval(0, 20).low).toBe(0)
  expect(wilsonInterval(20, 20).high).toBe(1)
})

test('is a point when everyone answered', () => {
  expect(wilsonFinite(0.71, 29, 29)).toEqual({ low: 0.71, high: 0.71 })
  expect(wilsonFinite(1, 1, 1)).toEqual({ low: 1, high: 1 })
})

test('always holds the observed share, within 0 and 1', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { low, high } = wilsonInterval(k, n)
      expect(0 <= low && low <= k / n && k / n <= high && high <= 1).toBe(true)
    }),
  )
})

test('mirrors when success and failure change names', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      expect(wilsonInterval(n - k, n).low).toBeCloseTo(1 - wilsonInterval(k, n).high, 12)
    }),
  )
})

test('is never wider for knowing the population', () => {
  fc.assert(
    fc.property(share, sampleAndPopulation, (p, [n, N]) => {
      const finite = wilsonFinite(p, n, N)
      const endless = wilsonShareInterval(p, n)
      expect(endless.low - 1e-12 <= finite.low && finite.high <= endless.high + 1e-12).toBe(true)
    }),
  )
})

test('hardly differs from an endless population when the population is huge', () => {
  expect(wilsonFinite(0.3, 50, 1e9).low).toBeCloseTo(wilsonInterval(15, 50).low, 7)
})

test('a sample of 600 from 1000 tells as much as 1498.5 from an endless population', () => {
  expect(effectiveSampleSize(600, 1000)).toBe(1498.5)
  expect(effectiveSampleSize(600)).toBe(600)
  expect(effectiveSampleSize(600, 600)).toBe(Infinity)
})

test('refuses impossible input, naming function and value', () => {
  expect(() => wilsonInterval(21, 20)).toThrow(
    new RangeError('wilsonInterval: successes 21 is not a whole number from 0 to 20'),
  )
  expect(() => wilsonInterval(0.5, 20)).toThrow('wilsonInterval: successes 0.5')
  expect(() => wilsonInterval(0, 0)).toThrow('wilsonInterval: trials 0')
  expect(() => wilsonInterval(1, 2, 0)).toThrow('wilsonInterval: z 0')
  expect(() => wilsonShareInterval(71, 20)).toThrow('wilsonShareInterval: share 71 is not within 0 and 1')
  expect(() => wilsonShareInterval(0.7, 0)).toThrow('wilsonShareInterval: trials 0')
  expect(() => wilsonShareInterval(0.7, Infinity)).toThrow('wilsonShareInterval: trials Infinity')
  expect(() => wilsonShareInterval(0.7, 20, -1)).toThrow('wilsonShareInterval: z -1')
  expect(() => wilsonFinite(0.5, 20, 30, 0)).toThrow('wilsonFinite: z 0')
  expect(() => effectiveSampleSize(0, 5)).toThrow('effectiveSampleSize: sample 0')
  expect(() => wilsonFinite(Number.NaN, 20, 30)).toThrow('wilsonFinite: share NaN')
  expect(() => wilsonFinite(0.5, 20, 19)).toThrow('effectiveSampleSize: population 19')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalCoverage } from './coverage.ts'
import { hypergeometricInterval } from './hypergeometric-interval.ts'

const answers = fc
  .integer({ min: 1, max: 300 })
  .chain((N) => fc.tuple(fc.integer({ min: 1, max: N }), fc.constant(N)))
  .chain(([n, N]) => fc.tuple(fc.nat(n), fc.constant(n), fc.constant(N)))

// reference/reference.R, `exact`: all K tried one by one with phyper
test.each([
  [9, 15, 25, 11, 19],
  [0, 15, 25, 0, 3],
  [23, 24, 25, 23, 24],
  [20, 36, 60, 27, 39],
  [153, 216, 500, 330, 377],
  [29, 29, 30, 29, 30],
  [98, 99, 100, 99, 99],
])('%i of %i from %i people reaches from %i to %i people', (x, n, N, least, most) => {
  expect(hypergeometricInterval(x, n, N)).toEqual({ low: least / N, high: most / N })
})

test('leaves out a number of people for which the chance is exactly α/2', () => {
  // With 1 marked of 40, drawing it has chance 1/40 = 0.025.
  expect(hypergeometricInterval(1, 1, 40).low).toBe(2 / 40)
})

test('is a point when everyone answered', () => {
  expect(hypergeometricInterval(7, 20, 20)).toEqual({ low: 0.35, high: 0.35 })
})

test('lies within what the unasked allow and at most one person beside the observed share', () => {
  fc.assert(
    fc.property(answers, ([x, n, N]) => {
      const { low, high } = hypergeometricInterval(x, n, N)
      expect(x / N <= low && low <= high && high <= (N - n + x) / N).toBe(true)
      expect(low - 1 / N < x / n && x / n < high + 1 / N).toBe(true)
    }),
  )
})

test('mirrors when success and failure change names', () => {
  fc.assert(
    fc.property(answers, ([x, n, N]) => {
      expect(hypergeometricInterval(n - x, n, N).low).toBeCloseTo(
        1 - hypergeometricInterval(x, n, N).high,
        12,
      )
    }),
  )
})

test('covers the truth at least as often as promised, whoever answers', () => {
  const sizes = fc
    .integer({ min: 1, max: 60 })
    .chain((N) => fc.tuple(fc.integer({ min: 1, max: N }), fc.constant(N)))
  const level = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
  fc.assert(
    fc.property(sizes, level, ([n, N], confidence) => {
      const { least } = intervalCoverage((x) => hypergeometricInterval(x, n, N, confidence), n, N)
      expect(least).toBeGreaterThan(confidence - 1e-9)
    }),
  )
})

test('refuses impossible counts and levels', () => {
  expect(() => hypergeometricInterval(16, 15, 25)).toThrow('hypergeometricInterval: successes 16')
  expect(() => hypergeometricInterval(1, 26, 25)).toThrow('hypergeometricInterval: sample 26')
  expect(() => hypergeometricInterval(1, 15, 25, 95)).toThrow('hypergeometricInterval: level 95')
})

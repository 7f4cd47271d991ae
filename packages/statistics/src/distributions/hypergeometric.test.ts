import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hypergeometricCdf, hypergeometricPmf } from './hypergeometric.ts'

const relativeError = (ours: number, reference: number) => Math.abs(ours / reference - 1)
const draws = fc.integer({ min: 1, max: 300 }).chain((N) => fc.tuple(fc.nat(N), fc.nat(N), fc.constant(N)))
const smallDraws = fc
  .integer({ min: 1, max: 60 })
  .chain((N) => fc.tuple(fc.nat(N), fc.nat(N), fc.constant(N)))

// R: dhyper(x, K, N - K, n), printed with 15 digits
test.each([
  [9, 15, 15, 25, 0.321543949387535],
  [0, 3, 36, 60, 0.0591466978375219],
  [360, 600, 600, 1000, 0.0525213532148557],
  [15000, 30000, 50000, 100000, 0.00550587477572575],
  [15500, 30000, 50000, 100000, 2.50796061648712e-13],
  [0, 7, 20, 100000, 0.998600797768613],
])('P(X = %i) with %i marked, %i drawn from %i agrees with R', (x, K, n, N, reference) => {
  expect(relativeError(hypergeometricPmf(x, K, n, N), reference)).toBeLessThan(1e-12)
})

// R: phyper(x, K, N - K, n), printed with 15 digits
test.each([
  [9, 15, 15, 25, 0.662599273118858],
  [345, 600, 600, 1000, 0.0278448771122071],
  [15100, 30000, 50000, 100000, 0.917284249750434],
  [14500, 30000, 50000, 100000, 2.70794279630379e-12],
  [14900, 30000, 50000, 100000, 0.0848400786118016],
])('P(X ≤ %i) with %i marked, %i drawn from %i agrees with R', (x, K, n, N, reference) => {
  expect(relativeError(hypergeometricCdf(x, K, n, N), reference)).toBeLessThan(1e-12)
})

test('counts hands of small populations exactly', () => {
  fc.assert(
    fc.property(smallDraws, fc.nat(60), ([K, n, N], x) => {
      const exact = Number((10n ** 40n * choose(K, x) * choose(N - K, n - x)) / choose(N, n)) / 1e40
      expect(hypergeometricPmf(x, K, n, N)).toBeCloseTo(exact, 12)
      expect(hypergeometricPmf(x, K, n, N)).toBeLessThanOrEqual(exact * (1 + 1e-12) + 1e-39)
    }),
  )
})

test('probabilities of all outcomes sum to 1', () => {
  fc.assert(
    fc.property(draws, ([K, n, N]) => {
      const total = Array.from({ length: n + 1 }, (_, x) => hypergeometricPmf(x, K, n, N)).reduce(
        (a, b) => a + b,
      )
      expect(total).toBeCloseTo(1, 12)
    }),
  )
})

test('the sample and the marked may change places', () => {
  fc.assert(
    fc.property(draws, fc.nat(300), ([K, n, N], x) => {
      expect(hypergeometricPmf(x, K, n, N)).toBeCloseTo(hypergeometricPmf(x, n, K, N), 12)
      expect(hypergeometricCdf(x, K, n, N)).toBeCloseTo(hypergeometricCdf(x, n, K, N), 12)
    }),
  )
})

test('the distribution function grows by the probability of each outcome', () => {
  fc.assert(
    fc.property(draws, fc.nat(300), ([K, n, N], x) => {
      const step = hypergeometricCdf(x, K, n, N) - hypergeometricCdf(x - 1, K, n, N)
      expect(step).toBeCloseTo(hypergeometricPmf(x, K, n, N), 12)
    }),
  )
})

test('the chance of the only prize among a thousand million tickets keeps its digits', () => {
  expect(relativeError(hypergeometricCdf(0, 1, 1, 1e9, 'upper'), 1e-9)).toBeLessThan(1e-14)
  expect(hypergeometricCdf(0, 1, 1, 1e9)).toBe(1 - 1e-9)
})

test('both tails together are all outcomes', () => {
  fc.assert(
    fc.property(draws, fc.nat(300), ([K, n, N], x) => {
      const both = hypergeometricCdf(x, K, n, N) + hypergeometricCdf(x, K, n, N, 'upper')
      expect(both).toBeCloseTo(1, 12)
    }),
  )
})

test('is 0 below and 1 above what can occur', () => {
  expect(hypergeometricCdf(-1, 3, 5, 10)).toBe(0)
  expect(hypergeometricCdf(3, 3, 5, 10)).toBe(1)
  expect(hypergeometricPmf(4, 3, 5, 10)).toBe(0)
})

test('refuses impossible counts', () => {
  expect(() => hypergeometricPmf(1, 11, 5, 10)).toThrow('hypergeometricPmf: marked 11')
  expect(() => hypergeometricCdf(1, 3, 11, 10)).toThrow('hypergeometricCdf: sample 11')
  expect(() => hypergeometricCdf(1.5, 3, 5, 10)).toThrow('hypergeometricCdf: successes 1.5')
  expect(() => hypergeometricCdf(0, 0, 0, 0)).toThrow('hypergeometricCdf: population 0')
})

/** Binomial coefficient, exact. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  return k === 0 ? 1n : (choose(n - 1, k - 1) * BigInt(n)) / BigInt(k)
}

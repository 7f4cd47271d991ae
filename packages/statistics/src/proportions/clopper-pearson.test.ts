import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialCdf } from '../distributions/binomial.ts'
import { clopperPearsonInterval } from './clopper-pearson.ts'
import { binomialCoverage, intervalCoverage } from './coverage.ts'
import { wilsonInterval } from './wilson.ts'

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true })

// R: binom.test(x, n, conf.level)$conf.int
test.each([
  [7, 20, 0.95, 0.153909204784541, 0.592188534532828],
  [0, 12, 0.95, 0, 0.264648469397051],
  [12, 12, 0.95, 0.735351530602949, 1],
  [3, 10, 0.9, 0.0872644339141503, 0.6066242161054134],
])('%i of %i at %d agrees with R', (successes, trials, level, low, high) => {
  const interval = clopperPearsonInterval(successes, trials, level)
  expect(interval).toEqual({ low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) })
})

// R: sum(dbinom(0:n, n, p) * covered)
test.each([
  [10, 0.003, 0.99960142921418, 0.970401776948917],
  [10, 0.05, 0.988496442620703, 0.913861644100683],
  [10, 0.35, 0.981715991444043, 0.960512976158886],
  [30, 0.003, 0.996297716962969, 0.91380756560449],
  [30, 0.17, 0.973833857460412, 0.950881100663573],
  [30, 0.5, 0.957226054742932, 0.957226054742932],
])(
  'of %i with chance %d it covers more often than Wilson, as R computes',
  (trials, chance, exact, wilson) => {
    expect(binomialCoverage((k) => clopperPearsonInterval(k, trials), trials, chance)).toBeCloseTo(exact, 12)
    expect(binomialCoverage((k) => wilsonInterval(k, trials), trials, chance)).toBeCloseTo(wilson, 12)
  },
)

test('covers at least as often as it says, whatever the chance', () => {
  const trials = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(trials, fc.double({ min: 0, max: 1, noNaN: true }), levels, (n, chance, level) => {
      const covered = binomialCoverage((k) => clopperPearsonInterval(k, n, level), n, chance)
      expect(covered).toBeGreaterThanOrEqual(level - 1e-12)
    }),
  )
})

// All populations tried one by one: reference/reference.R, `coverage clopperPearson`
test('in a school that mostly answered it is far too wide', () => {
  const coverage = intervalCoverage((k) => clopperPearsonInterval(k, 15), 15, 25)
  expect(coverage.least).toBeCloseTo(0.998294154358227, 12)
  expect(coverage.meanWidth).toBeCloseTo(0.420968512635898, 12)
})

test('refuses impossible counts and levels', () => {
  expect(() => clopperPearsonInterval(0, 0)).toThrow('clopperPearsonInterval: trials 0')
  expect(() => clopperPearsonInterval(6, 5)).toThrow('clopperPearsonInterval: successes 6')
  expect(() => clopperPearsonInterval(1, 5, 95)).toThrow('clopperPearsonInterval: level 95')
})

test('leaves exactly half of what is missing on each side', () => {
  fc.assert(
    fc.property(counts, levels, ([k, n], level) => {
      const { low, high } = clopperPearsonInterval(k, n, level)
      const half = (1 - level) / 2
      expect(k === 0 ? half : binomialCdf(k - 1, n, low, 'upper')).toBeCloseTo(half, 10)
      expect(k === n ? half : binomialCdf(k, n, high)).toBeCloseTo(half, 10)
    }),
  )
})

test('failures mirror successes', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const mirrored = clopperPearsonInterval(n - k, n)
      expect(clopperPearsonInterval(k, n).low).toBeCloseTo(1 - mirrored.high, 12)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { rankIntervals } from './rank-intervals.ts'

const certain = (effect: number) => ({ effect, standardError: 0 })

test('effects known for certain have one rank each, the highest first', () => {
  const ranks = rankIntervals([1, 3, 2].map(certain), seededRandom(1), 0.95, 100)
  expect(ranks).toEqual([3, 1, 2].map((rank) => ({ expected: rank, low: rank, high: rank })))
})

test('groups that cannot be told apart can have any rank', () => {
  const alike = Array.from({ length: 20 }, () => ({ effect: 0, standardError: 1 }))
  const ranks = rankIntervals(alike, seededRandom(7))
  expect(ranks.map(({ low, high }) => [low, high])).toEqual(ranks.map(() => [1, 20]))
  expect(ranks.map(({ expected }) => expected)).toEqual(ranks.map(() => expect.closeTo(10.5, 0)))
})

test('groups that are exactly alike share their ranks, whatever their order', () => {
  const singular = Array.from({ length: 20 }, () => certain(0))
  const shared = { expected: expect.closeTo(10.5, 9), low: 1, high: 20 }
  expect(rankIntervals(singular, seededRandom(1), 0.95, 100)).toEqual(singular.map(() => shared))
  const pair = { expected: expect.closeTo(2.5, 9), low: 2, high: 3 }
  expect(rankIntervals([2, 5, 2, 1].map(certain), seededRandom(1), 0.95, 100)).toEqual([
    pair,
    { expected: 1, low: 1, high: 1 },
    pair,
    { expected: 4, low: 4, high: 4 },
  ])
})

test('half of the simulations lie in an interval of half', () => {
  const alike = Array.from({ length: 20 }, () => ({ effect: 0, standardError: 1 }))
  for (const { low, high } of rankIntervals(alike, seededRandom(7), 0.5)) {
    expect([5, 6]).toContain(low)
    expect([15, 16]).toContain(high)
  }
})

// P(first above second) = Φ(1/√2) = 0.760, so the expected rank is 2 − 0.760
test('the expected rank of two is 1 more than the chance to be beaten', () => {
  const [first] = rankIntervals(
    [
      { effect: 1, standardError: 1 },
      { effect: 0, standardError: 1 },
    ],
    seededRandom(3),
    0.95,
    40_000,
  )
  expect(first?.expected).toBeCloseTo(1.2398, 2)
})

const groups = fc.array(
  fc.record({ effect: fc.integer({ min: -3, max: 3 }), standardError: fc.integer({ min: 0, max: 2 }) }),
  { minLength: 1, maxLength: 12 },
)
test('the same seed gives the same intervals, and expected ranks sum to what ranks sum to', () => {
  fc.assert(
    fc.property(groups, fc.nat(1000), (some, seed) => {
      const ranks = rankIntervals(some, seededRandom(seed), 0.9, 200)
      expect(rankIntervals(some, seededRandom(seed), 0.9, 200)).toEqual(ranks)
      const sum = ranks.reduce((total, { expected }) => total + expected, 0)
      expect(sum).toBeCloseTo((some.length * (some.length + 1)) / 2, 8)
      expect(ranks.every(({ low, high }) => 1 <= low && low <= high && high <= some.length)).toBe(true)
    }),
  )
})

test('refuses effects that are no numbers', () => {
  expect(() => rankIntervals([certain(Number.NaN)], seededRandom(1))).toThrow('rankIntervals: effect NaN')
  expect(() => rankIntervals([{ effect: 1, standardError: -1 }], seededRandom(1))).toThrow('standardError -1')
  expect(() => rankIntervals([{ effect: 1, standardError: Infinity }], seededRandom(1))).toThrow(
    'rankIntervals: standardError Infinity is negative or not finite',
  )
  expect(() => rankIntervals([certain(1)], seededRandom(1), 0.95, 0)).toThrow('rankIntervals: draws 0')
  expect(() => rankIntervals([certain(1)], seededRandom(1), 95)).toThrow('rankIntervals: level 95')
})

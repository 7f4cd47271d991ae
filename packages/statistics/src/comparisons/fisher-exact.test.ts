import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Z_95 } from '../distributions/normal.ts'
import { fisherExactTest, type TwoByTwo } from './fisher-exact.ts'

// reference/comparisons.R; R finds estimates and bounds with uniroot, to about 5 digits
test.each([
  [
    [
      [3, 1],
      [1, 3],
    ],
    0.485714285714286,
    6.408308867,
    0.2117329,
    621.93375,
  ],
  [
    [
      [10, 2],
      [3, 15],
    ],
    5.36724119143436e-4,
    21.30533128,
    2.75343836,
    300.682787,
  ],
  [
    [
      [0, 5],
      [4, 3],
    ],
    0.0808080808080808,
    0,
    0,
    1.74611727,
  ],
  [
    [
      [7, 0],
      [2, 6],
    ],
    0.00699300699300699,
    Infinity,
    1.8128245,
    Infinity,
  ],
  [
    [
      [120, 80],
      [90, 130],
    ],
    1.33036653973286e-4,
    2.16258709,
    1.43958183,
    3.26290751,
  ],
  [
    [
      [1, 9],
      [11, 3],
    ],
    0.00275945618522008,
    0.03723312,
    0.0006438284,
    0.425884038,
  ],
] as [TwoByTwo, number, number, number, number][])('%j agrees with R', (table, p, oddsRatio, low, high) => {
  const test = fisherExactTest(table)
  expect(test.p / p).toBeCloseTo(1, 12)
  expect(share(test.oddsRatio)).toBeCloseTo(share(oddsRatio), 4)
  expect(share(test.interval.low)).toBeCloseTo(share(low), 4)
  expect(share(test.interval.high)).toBeCloseTo(share(high), 4)
})

const count = fc.nat(30)
const tables = fc
  .tuple(fc.tuple(count, count), fc.tuple(count, count))
  .filter((table) => table.flat().some((n) => n > 0))

test('groups may change places, the odds ratio turning over', () => {
  fc.assert(
    fc.property(tables, ([first, second]) => {
      const one = fisherExactTest([first, second])
      const other = fisherExactTest([second, first])
      expect(other.p).toBeCloseTo(one.p, 10)
      expect(share(other.interval.low)).toBeCloseTo(1 - share(one.interval.high), 9)
    }),
  )
})

test('many people cost no digits: the odds ratio of a large table is nearly the plain one', () => {
  const { p, oddsRatio, interval } = fisherExactTest([
    [12000, 8000],
    [9000, 13000],
  ])
  expect(p).toBeLessThan(1e-300)
  expect(oddsRatio).toBeCloseTo((12 * 13) / (8 * 9), 3)
  expect(Math.log(interval.high / interval.low)).toBeCloseTo(2 * 1.96 * 0.0198, 2)
})

test('tables of a whole country are as plain', () => {
  const { oddsRatio, interval } = fisherExactTest([
    [500_000, 400_000],
    [450_000, 450_000],
  ])
  expect(oddsRatio).toBeCloseTo(1.25, 6)
  expect(Math.log(interval.high / interval.low)).toBeCloseTo(2 * Z_95 * Math.sqrt(2 / 450_000 + 9 / 2e6), 4)
})

// 1 of 2 and 1 of 2: chances 1, 4ψ, ψ² of 0, 1, 2; the upper bound solves ψ² = 39(1 + 4ψ). R's uniroot gives 155.93.
test('bounds of the smallest table are exact', () => {
  const { p, oddsRatio, interval } = fisherExactTest([
    [1, 1],
    [1, 1],
  ])
  const bound = 78 + Math.sqrt(78 ** 2 + 39)
  expect([p, oddsRatio]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)])
  expect(interval.high / bound).toBeCloseTo(1, 11)
  expect(interval.low * bound).toBeCloseTo(1, 11)
})

test('without anyone marked, or in a group, nothing is known', () => {
  const empty = { p: 1, oddsRatio: 0, interval: { low: 0, high: Infinity } }
  expect(
    fisherExactTest([
      [0, 3],
      [0, 4],
    ]),
  ).toEqual(empty)
  expect(
    fisherExactTest([
      [0, 0],
      [3, 4],
    ]),
  ).toEqual(empty)
})

test('the interval holds the estimate', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { oddsRatio, interval } = fisherExactTest(table)
      expect(interval.low <= oddsRatio && oddsRatio <= interval.high).toBe(true)
    }),
  )
})

test('refuses counts that cannot be', () => {
  expect(() =>
    fisherExactTest([
      [1, 2],
      [3, -1],
    ]),
  ).toThrow('fisherExactTest: count -1')
  expect(() =>
    fisherExactTest([
      [0, 0],
      [0, 0],
    ]),
  ).toThrow('fisherExactTest: population 0')
  expect(() =>
    fisherExactTest(
      [
        [1, 2],
        [3, 4],
      ],
      2,
    ),
  ).toThrow('fisherExactTest: level 2')
})

/** Odds as a share, so that ∞ can be compared. */
function share(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds)
}

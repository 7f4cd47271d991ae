import fc from 'fast-check'
import { expect, test } from 'vitest'
import { biasRange, differenceToReach, worstCaseBounds } from './bias-bounds.ts'
import { responseTable } from './response-table.ts'

const schools = [
  { group: 'A', asked: 100, answered: 60 },
  { group: 'B', asked: 150, answered: 60 },
  { group: 'C', asked: 50, answered: 30 },
]

// R: chisq.test(rbind(c(60, 60, 30), c(40, 90, 20)), correct = FALSE)
test('the test of response by group agrees with R', () => {
  const table = responseTable(schools)
  expect(table.chiSquare).toBeCloseTo(12, 12)
  expect(table.p).toBeCloseTo(0.00247875217666636, 14)
  expect(table).toMatchObject({ asked: 300, answered: 150, rate: 0.5, df: 2, smallGroups: 0 })
  expect(table.cramersV).toBeCloseTo(0.2, 12)
  expect(table.groups.map(({ rate }) => rate)).toEqual([0.6, 0.4, 0.6])
  expect(table.representativity).toBeCloseTo(0.8, 12)
})

test('one group, and groups that all answered, say nothing against response', () => {
  expect(responseTable(schools.slice(0, 1))).toMatchObject({ p: 1, df: 0, representativity: 1 })
  expect(
    responseTable([
      { group: 'A', asked: 3, answered: 3 },
      { group: 'B', asked: 3, answered: 3 },
    ]).p,
  ).toBe(1)
  expect(
    responseTable([
      { group: 'A', asked: 3, answered: 3 },
      { group: 'B', asked: 4, answered: 4 },
    ]),
  ).toMatchObject({ chiSquare: 0, df: 1, p: 1, cramersV: 0, representativity: 1 })
})

test('counts groups too small for the test', () => {
  expect(responseTable([...schools, { group: 'D', asked: 9, answered: 4 }]).smallGroups).toBe(1)
  // 12 of 56 did not answer: 8.6 and 3.4 would be expected not to.
  const most = [
    { group: 'A', asked: 40, answered: 30 },
    { group: 'B', asked: 16, answered: 14 },
  ]
  expect(responseTable(most).smallGroups).toBe(1)
  const half = [
    { group: 'A', asked: 10, answered: 4 },
    { group: 'B', asked: 10, answered: 6 },
  ]
  expect(responseTable(half).smallGroups).toBe(0)
})

test('the range of bias grows with those who did not answer', () => {
  expect(biasRange({ mean: 3, answered: 60, asked: 100 }, 0.5)).toEqual({
    low: expect.closeTo(2.8, 12),
    high: expect.closeTo(3.2, 12),
  })
  expect(biasRange({ mean: 0.95, answered: 50, asked: 100 }, 0.1, { low: 0, high: 1 }).high).toBeCloseTo(
    0.975,
    12,
  )
  expect(biasRange({ mean: 3, answered: 7, asked: 7 }, 5)).toEqual({ low: 3, high: 3 })
})

test('without assumptions a share of 80 % of half is somewhere from 40 % to 90 %', () => {
  expect(worstCaseBounds({ mean: 0.8, answered: 50, asked: 100 })).toEqual({ low: 0.4, high: 0.9 })
  expect(worstCaseBounds({ mean: 4, answered: 50, asked: 100 }, { low: 1, high: 5 })).toEqual({
    low: 2.5,
    high: 4.5,
  })
})

test('the difference that would reach a threshold does reach it', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n + 1)))
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), ([answered, asked], threshold) => {
      const answers = { mean: 0.5, answered, asked }
      const { low, high } = biasRange(answers, differenceToReach(answers, threshold))
      expect(threshold < 0.5 ? low : high).toBeCloseTo(threshold, 9)
    }),
  )
})

test('when everyone answered no difference reaches a threshold, not even the one that is there', () => {
  expect(differenceToReach({ mean: 0.5, answered: 4, asked: 4 }, 0.5)).toBe(Infinity)
  expect(differenceToReach({ mean: 0.5, answered: 3, asked: 4 }, 0.5)).toBe(0)
})

test('refuses impossible counts and means', () => {
  expect(() => biasRange({ mean: Infinity, answered: 2, asked: 4 }, 0.1)).toThrow(
    'biasRange: mean Infinity is not a finite number',
  )
  expect(() => differenceToReach({ mean: 0.5, answered: 2, asked: 4 }, Number.NaN)).toThrow(
    'differenceToReach: threshold NaN is not a finite number',
  )
  expect(() => responseTable([])).toThrow('responseTable: no groups')
  expect(() => responseTable([{ group: 'A', asked: 0, answered: 0 }])).toThrow(
    'responseTable: asked 0 is not a whole number from 1',
  )
  expect(() => responseTable([{ group: 'A', asked: 3, answered: 4 }])).toThrow('responseTable: answered 4')
  expect(() => biasRange({ mean: 1, answered: 4, asked: 3 }, 1)).toThrow('biasRange: answered 4')
  expect(() => biasRange({ mean: 1, answered: 3, asked: 3 }, -1)).toThrow('biasRange: difference -1')
  expect(() => worstCaseBounds({ mean: 80, answered: 3, asked: 3 })).toThrow('worstCaseBounds: mean 80')
})

import { expect, test } from 'vitest'
import { chiSquareTest } from './chi-square-test.ts'

// reference/comparisons.R
test('agrees with R, also with continuity correction', () => {
  const test = chiSquareTest([
    [12, 7, 9],
    [5, 14, 20],
  ])
  expect(test.chiSquare).toBeCloseTo(7.79216602644594, 12)
  expect(test.p).toBeCloseTo(0.0203213542318779, 14)
  expect(test.leastExpected).toBeCloseTo(7.1044776119403, 12)
  expect(test.cramersV).toBeCloseTo(Math.sqrt(7.79216602644594 / 67), 12)
  const corrected = chiSquareTest(
    [
      [12, 7],
      [5, 14],
    ],
    true,
  )
  expect([corrected.chiSquare, corrected.p]).toEqual([
    expect.closeTo(3.83193277310924, 12),
    expect.closeTo(0.0502849160604942, 12),
  ])
  expect(
    chiSquareTest(
      [
        [3, 3],
        [4, 3],
      ],
      true,
    ),
  ).toMatchObject({ chiSquare: 0, p: 1 })
})

test('leaves out rows and columns without anyone', () => {
  expect(
    chiSquareTest([
      [12, 0, 7],
      [0, 0, 0],
      [5, 0, 14],
    ]),
  ).toEqual(
    chiSquareTest([
      [12, 7],
      [5, 14],
    ]),
  )
})

test('refuses ragged tables, impossible counts and nothing to compare', () => {
  expect(() => chiSquareTest([[1, 2], [3]])).toThrow('chiSquareTest: row 1 has 1 counts, not 2')
  expect(() =>
    chiSquareTest([
      [1, 2],
      [3, 0.5],
    ]),
  ).toThrow('chiSquareTest: count 0.5')
  expect(() =>
    chiSquareTest([
      [1, 2],
      [0, 0],
    ]),
  ).toThrow('chiSquareTest: 1 rows and 2 columns with anyone, nothing to compare')
  expect(() => chiSquareTest([[1], [2]])).toThrow(
    'chiSquareTest: 2 rows and 1 columns with anyone, nothing to compare',
  )
})

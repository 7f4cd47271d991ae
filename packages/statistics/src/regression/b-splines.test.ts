import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/b-splines.json' with { type: 'json' }
import { bSplineBasis, type SplineOptions } from './b-splines.ts'

const boundaries = [-1, 2] as const

function rowsOf(options: SplineOptions): number[][] {
  const { rows, columns, values } = bSplineBasis(reference.x, options)
  return Array.from({ length: rows }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)])
}

const close = (rows: number[][]) => rows.map((row) => row.map((value) => expect.closeTo(value, 10)))

// fixtures/b-splines.json holds points outside the boundaries and on the knots as well.
test('agrees with R for cubic pieces', () => {
  expect(rowsOf({ knots: [-0.2, 0.3, 1.1], boundaries })).toEqual(close(reference.cubic))
})

test('agrees with R with an intercept', () => {
  const rows = rowsOf({ knots: [1.1, 0.3, -0.2], boundaries, intercept: true })
  expect(rows).toEqual(close(reference.cubicIntercept))
})

test('agrees with R for quadratic pieces, a repeated knot and no knots', () => {
  expect(rowsOf({ knots: [0.25], boundaries, degree: 2 })).toEqual(close(reference.quadratic))
  expect(rowsOf({ knots: [0.4, 0.4], boundaries })).toEqual(close(reference.repeated))
  expect(rowsOf({ knots: [], boundaries })).toEqual(close(reference.plain))
})

test('knots that all but touch leave no point without a value', () => {
  const { values } = bSplineBasis([0], { knots: [0, 5e-324, 5e-324], boundaries, degree: 2, intercept: true })
  expect(values.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
})

test('with an intercept the columns sum to 1 everywhere', () => {
  const points = fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 })
  const knots = fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 5 })
  fc.assert(
    fc.property(points, knots, fc.integer({ min: 1, max: 4 }), (x, inner, degree) => {
      const { columns, values } = bSplineBasis(x.filter(within), {
        knots: inner,
        boundaries,
        degree,
        intercept: true,
      })
      const sums = x
        .filter(within)
        .map((_, i) => values.subarray(i * columns, (i + 1) * columns).reduce((a, b) => a + b))
      expect(sums).toEqual(sums.map(() => expect.closeTo(1, 9)))
    }),
  )
})

test('knots on a boundary, or closer to it than can be divided by, leave sums of 1', () => {
  const x = [-2, -1.9, -1, 0, 0.3, 1.999, 2]
  const sumsWith = (knots: number[]) => {
    const { columns, values } = bSplineBasis(x, { knots, boundaries: [-2, 2], intercept: true })
    return x.map((_, i) => values.subarray(i * columns, (i + 1) * columns).reduce((a, b) => a + b))
  }
  const ones = x.map(() => expect.closeTo(1, 12))
  expect(sumsWith([-2, 0, 2])).toEqual(ones)
  expect(sumsWith([2, 2, 2, 2, 2])).toEqual(ones)
  expect(sumsWith([-2, -2, -2, -2, -2])).toEqual(ones)
  expect(sumsWith([0, 0, 0, 0, 5e-324, 1e-323])).toEqual(ones)
})

test('refuses knots outside the boundaries and boundaries that do not ascend', () => {
  expect(() => bSplineBasis([0], { knots: [3], boundaries })).toThrow('bSplineBasis: knot 3')
  expect(() => bSplineBasis([0], { knots: [-3], boundaries })).toThrow('bSplineBasis: knot -3')
  expect(() => bSplineBasis([0], { knots: [0, Number.NaN], boundaries })).toThrow(
    'bSplineBasis: knot NaN at 1',
  )
  expect(() => bSplineBasis([0], { knots: [], boundaries: [1, 1] })).toThrow('boundaries 1 and 1')
  expect(() => bSplineBasis([0], { knots: [], boundaries: [-1e308, 1e308] })).toThrow('do not ascend')
  expect(() => bSplineBasis([Number.NaN], { knots: [], boundaries })).toThrow('bSplineBasis: x NaN at 0')
  expect(() => bSplineBasis([0], { knots: [], boundaries, degree: 0 })).toThrow('bSplineBasis: degree 0')
})

function within(x: number): boolean {
  return x >= boundaries[0] && x <= boundaries[1]
}

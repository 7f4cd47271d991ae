import { expect, test } from 'vitest'
import { cholesky, invertCholesky, logDeterminant, solveCholesky } from './cholesky.ts'
import { invert } from './invert.ts'
import { checkMatrix, independentColumns, matrixFromRows, multiply } from './matrix.ts'

const positive = [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3]

test('a Cholesky factor solves, inverts and gives the determinant', () => {
  const factor = cholesky(positive, 3) as Float64Array
  const x = solveCholesky(factor, 3, [1, 2, 3])
  const back = multiply({ rows: 3, columns: 3, values: Float64Array.from(positive) }, x)
  expect([...back]).toEqual([1, 2, 3].map((value) => expect.closeTo(value, 12)))
  expect(Math.exp(logDeterminant(factor, 3))).toBeCloseTo(4 * (15 - 1) - 2 * (6 - 0.6) + 0.6 * (2 - 3), 10)
  const inverse = invert(positive, 3) as Float64Array
  expect([...invertCholesky(factor, 3)]).toEqual([...inverse].map((value) => expect.closeTo(value, 12)))
})

test('what is not positive definite or singular has no factor and no inverse', () => {
  expect(cholesky([1, 2, 2, 1], 2)).toBeUndefined()
  expect(invert([1, 2, 2, 4], 2)).toBeUndefined()
})

test('an inverse needs rows in another order when the first number is 0', () => {
  expect([...(invert([0, 2, 4, 0], 2) as Float64Array)]).toEqual([0, 0.25, 0.5, 0])
})

test('keeps the earlier of dependent columns', () => {
  expect(
    independentColumns(
      matrixFromRows([
        [1, 2, 0, 3],
        [1, 2, 0, 4],
        [1, 2, 0, 9],
      ]),
    ),
  ).toEqual([0, 3])
})

test('refuses rows of different lengths, no rows and what is not a number', () => {
  const matrix = (rows: number, columns: number, length: number) => () =>
    checkMatrix('fit', { rows, columns, values: new Float64Array(length) }, 'fixed')
  expect(matrix(2, 2, 3)).toThrow('fit: fixed of 3 numbers is not 2 × 2')
  expect(matrix(0, 2, 0)).toThrow('fit: fixed of 0 numbers is not 0 × 2')
  expect(matrix(2, 0, 0)).toThrow('fit: fixed of 0 numbers is not 2 × 0')
  expect(matrix(2, 2, 4)).not.toThrow()
  expect(() => matrixFromRows([])).toThrow('matrixFromRows: no rows')
  expect(() => matrixFromRows([[1], [1, 2]])).toThrow('matrixFromRows: row 1 has 2 numbers, not 1')
  expect(() => matrixFromRows([[1, Number.NaN]])).toThrow('matrixFromRows: design NaN at 1')
})

import { solveCholesky } from '@izaugsme/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaussHermite } from './gauss-hermite.ts'
import { leastSquares } from './least-squares.ts'
import { definiteFactor, invertSymmetric } from './symmetric.ts'

test('Gauss–Hermite nodes integrate moments of the normal distribution exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 60 }), (count) => {
      const { nodes, weights } = gaussHermite(count)
      const moment = (power: number) =>
        nodes.reduce((sum, node, at) => sum + (weights[at] ?? 0) * node ** power, 0)
      expect([0, 1, 2, 3, 4].map(moment).map((each) => Number(each.toFixed(9)) + 0)).toEqual([1, 0, 1, 0, 3])
    }),
    { numRuns: 15 },
  )
  expect(() => gaussHermite(0)).toThrow('gaussHermite: count 0')
  expect(() => gaussHermite(3, 0, -1)).toThrow('gaussHermite: mean 0 and sd -1 are those of no density')
})

describe('symmetric matrices', () => {
  const entries = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 })

  test('solving and inverting undo multiplying', () => {
    fc.assert(
      fc.property(entries, (a) => {
        // A·Aᵀ + I is positive definite.
        const matrix = Float64Array.from({ length: 9 }, (_, at) => {
          const [row, column] = [Math.floor(at / 3), at % 3]
          const product = [0, 1, 2].reduce(
            (sum, k) => sum + (a[row * 3 + k] ?? 0) * (a[column * 3 + k] ?? 0),
            0,
          )
          return product + (row === column ? 1 : 0)
        })
        const factor = definiteFactor(matrix, 3)
        if (!factor) throw new Error('not positive definite')
        const x = solveCholesky(factor, 3, [1, 2, 3])
        const inverse = invertSymmetric(matrix, 3)
        for (let row = 0; row < 3; row++) {
          const times = [0, 1, 2].reduce((sum, k) => sum + (matrix[row * 3 + k] ?? 0) * (x[k] ?? 0), 0)
          expect(times).toBeCloseTo(row + 1, 8)
          const again = [0, 1, 2].reduce((sum, k) => sum + (inverse?.[row * 3 + k] ?? 0) * (k + 1), 0)
          expect(again).toBeCloseTo(x[row] ?? 0, 8)
        }
      }),
    )
  })

  test('that are not positive definite have no factor', () => {
    expect(definiteFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined()
    expect(invertSymmetric(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined()
  })
})

test('least squares find the parabola through three points', () => {
  const { x, converged } = leastSquares([0, 0, 0], ([a = 0, b = 0, c = 0]) =>
    Float64Array.from([-1, 1, 2], (at) => a + b * at + c * at * at - (3 - at + 2 * at * at)),
  )
  expect(converged).toBe(true)
  expect([...x].map((each) => Number(each.toFixed(6)))).toEqual([3, -1, 2])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import engel from '../../fixtures/engel.json' with { type: 'json' }
import { type Matrix, matrixFromRows, multiply } from '../linear-algebra/matrix.ts'
import { quantileRegression, quantileRegressions } from './quantile-regression.ts'

const engelDesign = matrixFromRows(engel.income.map((income) => [1, income]))

// fixtures/engel.json: quantreg::rq(foodexp ~ income, tau, engel)
test.each([0, 1, 2, 3, 4])('agrees with R on household budgets, quantile %i of the five', (k) => {
  const fit = quantileRegression(engelDesign, engel.foodexp, engel.taus[k] as number)
  expect(fit.coefficients[0]).toBeCloseTo(engel.intercept[k] as number, 9)
  expect(fit.coefficients[1]).toBeCloseTo(engel.slope[k] as number, 11)
  expect(fit.loss).toBeCloseTo(engel.loss[k] as number, 8)
  expect(fit.logLikelihood).toBeCloseTo(engel.logLikelihood[k] as number, 8)
  expect(fit.converged).toBe(true)
})

const whole = fc.integer({ min: -5, max: 5 })
const problems = fc
  .integer({ min: 4, max: 40 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.tuple(whole, whole), { minLength: n, maxLength: n }),
      fc.array(whole, { minLength: n, maxLength: n }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    ),
  )
const withOnes = (rows: [number, number][]) => matrixFromRows(rows.map((row) => [1, ...row]))

function lossOf(design: Matrix, response: number[], tau: number, coefficients: ArrayLike<number>): number {
  return multiply(design, coefficients).reduce((sum, fitted, i) => {
    const residual = (response[i] as number) - fitted
    return sum + residual * (residual < 0 ? tau - 1 : tau)
  }, 0)
}

test('no step in any direction makes the loss less, also with ties and dependent columns', () => {
  const steps = fc.tuple(whole, whole, whole)
  fc.assert(
    fc.property(problems, steps, fc.constantFrom(1e-4, 0.1, 3), ([rows, y, tau], step, size) => {
      const design = withOnes(rows)
      const { coefficients, loss, converged } = quantileRegression(design, y, tau)
      const beside = coefficients.map((value, j) => value + size * (step[j] as number))
      expect(converged).toBe(true)
      expect(lossOf(design, y, tau, coefficients)).toBeCloseTo(loss, 9)
      expect(lossOf(design, y, tau, beside)).toBeGreaterThanOrEqual(loss - 1e-9)
    }),
  )
})

test('with ones alone it is a sample quantile: at most τ below and 1 − τ above', () => {
  fc.assert(
    fc.property(problems, ([, y, tau]) => {
      const ones = matrixFromRows(y.map(() => [1]))
      const at = quantileRegression(ones, y, tau).coefficients[0] as number
      expect(y.filter((value) => value < at).length).toBeLessThanOrEqual(tau * y.length + 1e-9)
      expect(y.filter((value) => value > at).length).toBeLessThanOrEqual((1 - tau) * y.length + 1e-9)
    }),
  )
})

test('many quantiles at once lose as little as each alone', () => {
  const taus = [0.9, 0.1, 0.5, 0.3]
  fc.assert(
    fc.property(problems, ([rows, y]) => {
      const together = quantileRegressions(withOnes(rows), y, taus).map(({ loss }) => loss)
      const alone = taus.map((tau) => expect.closeTo(quantileRegression(withOnes(rows), y, tau).loss, 9))
      expect(together).toEqual(alone)
    }),
  )
})

test('many rows: quantiles found from their neighbours are the best all the same', () => {
  const x = Array.from({ length: 3000 }, (_, i) => Math.sin(i * 12.9898) * 3)
  const y = x.map((value, i) => value + (1 + 0.2 * value) * Math.round(20 * Math.cos(i * 78.233)))
  const design = matrixFromRows(x.map((value) => [1, value, value ** 2]))
  const taus = [0.1, 0.2, 0.5, 0.52, 0.9]
  const fits = quantileRegressions(design, y, taus)
  expect(fits.map((fit) => [fit.tau, fit.converged])).toEqual(taus.map((tau) => [tau, true]))
  const alone = taus.map((tau) => expect.closeTo(quantileRegression(design, y, tau).loss, 6))
  expect(fits.map(({ loss }) => loss)).toEqual(alone)
})

test('a column far from 0 and hardly varying costs no digits', () => {
  const near = quantileRegression(engelDesign, engel.foodexp, 0.5)
  const far = matrixFromRows(engel.income.map((income) => [1, 1e8 + income]))
  const fit = quantileRegression(far, engel.foodexp, 0.5)
  expect(fit.loss).toBeCloseTo(near.loss, 4)
  expect(fit.coefficients[1]).toBeCloseTo(near.coefficients[1] as number, 6)
})

test('a column that repeats others is named and gets no coefficient', () => {
  const rows = engel.income.map((income) => [1, income, 2 * income, 0])
  const fit = quantileRegression(matrixFromRows(rows), engel.foodexp, 0.5)
  expect(fit.aliased).toEqual([2, 3])
  expect(fit.coefficients[1]).toBeCloseTo(engel.slope[2] as number, 11)
  expect([...fit.coefficients.subarray(2)]).toEqual([0, 0])
})

test('refuses what cannot be fitted', () => {
  const design = matrixFromRows([
    [1, 2],
    [1, 3],
    [1, 5],
  ])
  expect(() => quantileRegression(design, [1, 2, 3], 50)).toThrow('quantileRegression: tau 50')
  expect(() => quantileRegression(design, [1, 2], 0.5)).toThrow('quantileRegression: 2 responses where 3')
  expect(() => quantileRegression(design, [1, 2, Infinity], 0.5)).toThrow('response Infinity at 2')
  expect(() => quantileRegression(matrixFromRows([[1, 2]]), [1], 0.5)).toThrow('1 observations for 2 columns')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile, Z_95 } from './normal.ts'

const relativeError = (ours: number, reference: number) => Math.abs(ours / reference - 1)

describe('normalCdf', () => {
  // R: pnorm(x), printed with 15 digits
  test.each([
    [-0.5, 0.308537538725987],
    [-1.96, 0.0249978951482204],
    [-2.6, 0.00466118802371875],
    [-8, 6.22096057427178e-16],
    [-20, 2.75362411860623e-89],
    [-37, 5.72557122252458e-300],
    [1.5, 0.933192798731142],
    [3.2, 0.999312862062084],
  ])('agrees with R at %f', (x, reference) => {
    expect(relativeError(normalCdf(x), reference)).toBeLessThan(1e-12)
  })

  test('is a half at 0 and ends at 0 and 1', () => {
    expect([normalCdf(0), normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0.5, 0, 1])
  })

  test('is the same from both sides where the method changes', () => {
    expect(relativeError(normalCdf(-2.5), normalCdf(-2.5 - 1e-14))).toBeLessThan(1e-12)
  })

  test('grows', () => {
    const ordered = fc.tuple(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: 0.001, max: 5, noNaN: true }),
    )
    fc.assert(
      fc.property(ordered, ([x, more]) => {
        expect(normalCdf(x + more)).toBeGreaterThanOrEqual(normalCdf(x))
      }),
    )
  })

  test('refuses what is not a number', () => {
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError)
  })
})

describe('normalQuantile', () => {
  // R: qnorm(p), printed with 15 digits
  test.each([
    [0.975, 1.95996398454005],
    [0.95, 1.64485362695147],
    [0.999, 3.09023230616781],
    [0.5001, 0.000250662830088008],
    [1e-6, -4.7534243088229],
    [1e-20, -9.26234008979841],
    [1e-300, -37.0470962993612],
  ])('agrees with R at %f', (p, reference) => {
    expect(relativeError(normalQuantile(p), reference)).toBeLessThan(1e-12)
  })

  test('gives the named constant for 95 %', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(Z_95, 14)
  })

  test('is 0 in the middle and endless at the ends', () => {
    expect([normalQuantile(0.5), normalQuantile(0), normalQuantile(1)]).toEqual([0, -Infinity, Infinity])
  })

  test('undoes the distribution function from the far tail to the middle', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-12)
      }),
    )
  })

  test('refuses what is not a probability', () => {
    expect(() => normalQuantile(1.5)).toThrow('normalQuantile: probability 1.5')
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
  })
})

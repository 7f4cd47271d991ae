import { describe, expect, test } from 'vitest'
import { responsesFromRows } from '../data/responses.ts'
import { alphaReliability, eapReliability, marginalReliability, wleReliability } from './reliability.ts'

const values = Float64Array.of(-1.2, 0.3, 0.8, 1.9)
const errors = Float64Array.of(0.5, 0.4, 0.45, 0.6)

describe('reliabilities by their formulas', () => {
  test('of weighted likelihood estimates: persons without an estimate are left out', () => {
    const withGap = {
      abilities: Float64Array.of(...values, Number.NaN),
      errors: Float64Array.of(...errors, Number.NaN),
    }
    // R: 1 - mean(s^2) / var(x)
    expect(wleReliability({ abilities: values, errors }).reliability).toBeCloseTo(0.853244466801, 11)
    expect(wleReliability(withGap).reliability).toBeCloseTo(0.853244466801, 11)
  })

  test('of expected abilities, and against the spread of the population', () => {
    // R: var(x) / (var(x) + mean(s^2)); 1 - mean(s^2) / 1.3
    expect(eapReliability({ eap: values, sd: errors }).reliability).toBeCloseTo(0.872025441386, 11)
    expect(marginalReliability({ sd: errors }, 1.3).reliability).toBeCloseTo(0.812980769231, 11)
  })

  test('α of persons who answered everything, weights being frequencies', () => {
    const rows = [
      [2, 1, 0],
      [1, null, 1],
      [1, 1, 1],
      [0, 0, 0],
      [2, 1, 1],
    ]
    // R, on rows repeated by their weights
    expect(alphaReliability(responsesFromRows(rows, { weights: [1, 9, 2, 1, 3] })).reliability).toBeCloseTo(
      0.75,
      11,
    )
  })
})

test('from .70 on results of single persons may be reported', () => {
  const sd = (square: number) => ({ sd: Float64Array.of(Math.sqrt(square)) })
  expect(marginalReliability(sd(0.25), 1)).toEqual({ reliability: 0.75, use: 'persons' })
  expect(marginalReliability({ sd: Float64Array.of(0.75) }, 1.875)).toEqual({
    reliability: 0.7,
    use: 'persons',
  })
  expect(marginalReliability(sd(0.31), 1).use).toBe('groups only')
})

describe('refusals', () => {
  const one = Float64Array.of(1)

  test.each([
    ['wleReliability: 1 persons are fewer than 2', () => wleReliability({ abilities: one, errors: one })],
    ['eapReliability: 1 persons are fewer than 2', () => eapReliability({ eap: one, sd: one })],
    ['marginalReliability: variance 0 is not above 0', () => marginalReliability({ sd: one }, 0)],
    ['marginalReliability: variance NaN is not above 0', () => marginalReliability({ sd: one }, Number.NaN)],
    ['alphaReliability: 1 items are fewer than 2', () => alphaReliability(responsesFromRows([[1], [0]]))],
    [
      'alphaReliability: 1 persons answered every item, fewer than 2',
      () =>
        alphaReliability(
          responsesFromRows([
            [1, 0],
            [0, null],
            [null, 1],
          ]),
        ),
    ],
  ])('%s', (message, make) => {
    expect(make).toThrow(new RangeError(message))
  })

  test('two of a kind are enough', () => {
    const two = Float64Array.of(0, 1)
    expect(wleReliability({ abilities: two, errors: two }).reliability).toBe(0)
    expect(
      alphaReliability(
        responsesFromRows([
          [1, 1],
          [0, 0],
        ]),
      ).reliability,
    ).toBe(1)
  })
})

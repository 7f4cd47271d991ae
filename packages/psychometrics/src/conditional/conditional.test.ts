import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate } from '../calibration/calibrate.ts'
import { responsesFromRows } from '../data/responses.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { andersenTest } from './andersen.ts'
import { calibrateConditionally } from './calibrate-conditionally.ts'
import { compareEstimators } from './compare-estimators.ts'
import { eachWithout, scoreDistribution } from './score-distribution.ts'

const items = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((difficulty) => dichotomousItem(difficulty))

describe('score distribution', () => {
  const chances = fc.array(
    fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }).map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return weights.map((weight) => weight / total)
    }),
    { minLength: 1, maxLength: 7 },
  )

  test('sums to 1 and does not depend on the order of items', () => {
    fc.assert(
      fc.property(chances, (list) => {
        const forward = scoreDistribution(list)
        const backward = scoreDistribution([...list].reverse())
        expect(forward.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
        for (const [score, chance] of forward.entries()) expect(backward[score]).toBeCloseTo(chance, 13)
      }),
    )
  })

  test('without each item is the distribution of the others', () => {
    fc.assert(
      fc.property(chances, (list) => {
        eachWithout(list, (left, others) => {
          const plain = scoreDistribution(list.filter((_, at) => at !== left))
          for (const [score, chance] of plain.entries()) expect(others[score]).toBeCloseTo(chance, 13)
        })
      }),
    )
  })

  test('without an item of no item is never asked for', () => {
    eachWithout([], () => expect.unreachable())
    expect([...scoreDistribution([])]).toEqual([1])
  })

  test('of 1,000 items neither overflows nor vanishes', () => {
    const distribution = scoreDistribution(Array.from({ length: 1000 }, () => [0.5, 0.5]))
    expect(distribution[500]).toBeCloseTo(0.025225018, 8)
    expect(distribution[0]).toBeGreaterThan(0)
  })
})

describe('conditional calibration', () => {
  test('does not mind how abilities are distributed, and finds what made the answers', () => {
    const data = simulate({
      items,
      persons: 4000,
      seed: 1,
      ability: (person) => (person % 3 === 0 ? -2 : 1.5),
    })
    const { items: found, converged } = calibrateConditionally(data)
    expect(converged).toBe(true)
    for (const [at, item] of found.entries()) {
      const away = Math.abs((item.thresholds[0] ?? 0) - (-1.5 + 0.5 * at))
      expect(away / (item.errors.thresholds[0] ?? 0)).toBeLessThan(4)
    }
  })

  test('agrees with the marginal one where abilities are normal, on linked booklets', () => {
    const data = simulate({
      items,
      persons: 3000,
      seed: 2,
      lacks: (person, item) => (person % 2 === 0 ? item > 4 : item < 2),
    })
    const comparison = compareEstimators(calibrate(data, { model: 'rasch' }), calibrateConditionally(data))
    expect(comparison.agree).toBe(true)
    expect(comparison.largest).toBeLessThan(0.03)
  })

  test('refuses booklets without a link and items that nobody missed', () => {
    const unlinked = simulate({
      items,
      persons: 200,
      seed: 3,
      lacks: (person, item) => item < 3 === person % 2 < 1,
    })
    expect(() => calibrateConditionally(unlinked)).toThrow('no shared items link 2 parts')
    expect(() =>
      calibrateConditionally(
        responsesFromRows([
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toThrow('category 0 of item 0')
  })

  test('refuses answers that follow from the score', () => {
    expect(() =>
      calibrateConditionally(
        responsesFromRows([
          [1, 0, 0],
          [1, 1, 0],
          [1, 0, 0],
          [0, 0, 0],
          [1, 1, 1],
        ]),
      ),
    ).toThrow(RangeError)
  })
})

test('parts that do not name every person, or have no estimate, are refused', () => {
  const data = simulate({ items, persons: 20, seed: 4 })
  const alone = Array.from({ length: 20 }, (_, person) => Number(person === 3))
  expect(() => andersenTest(data, alone)).toThrow(
    'andersenTest: part 1: calibrateConditionally: nobody has category',
  )
  expect(() => andersenTest(data, [0, 1])).toThrow(
    new RangeError('andersenTest: partOf has 2 values for 20 persons'),
  )
})

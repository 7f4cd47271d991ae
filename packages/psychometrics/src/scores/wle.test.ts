import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreFit } from '../analysis/score-fit.ts'
import { MISSING, responsesFromRows } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { carryItem } from '../linking/link-methods.ts'
import {
  categoryProbabilities,
  dichotomousItem,
  type Item,
  itemFromThresholds,
  itemInformation,
} from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { expectedAbilities } from './eap.ts'
import { scoreTable } from './score-table.ts'
import { weightedLikelihoodEstimates } from './wle.ts'

const difficulties = [-1.5, -1, -0.6, -0.2, 0, 0.3, 0.7, 1.1, 1.6, 0.5]
const items = difficulties.map((difficulty) => dichotomousItem(difficulty))
const anyItem = fc
  .record({
    slope: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
    thresholds: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ slope, thresholds }) => itemFromThresholds(thresholds, slope))

describe('weighted likelihood estimates', () => {
  test('are where the derivative of log-likelihood + ½·log information vanishes', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 3, maxLength: 8 }), fc.nat(1e6), (test, seed) => {
        const data = simulate({ items: test, persons: 3, seed, skips: 0.1 })
        const { abilities } = weightedLikelihoodEstimates(data, test)
        for (const [person, ability] of abilities.entries()) {
          if (Number.isNaN(ability)) continue
          const row = data.values.subarray(person * test.length, (person + 1) * test.length)
          const slope = (objective(test, row, ability + 1e-4) - objective(test, row, ability - 1e-4)) / 2e-4
          expect(Math.abs(slope)).toBeLessThan(1e-4)
        }
      }),
    )
  })

  test('are the same for a graded item of two categories as for 2PL', () => {
    const sloped = difficulties.map((difficulty, at) => dichotomousItem(difficulty, 0.8 + 0.1 * at))
    const graded = sloped.map((item): Item => ({ ...item, kind: 'graded' }))
    const data = simulate({ items: sloped, persons: 40, seed: 2, skips: 0.2 })
    const [one, other] = [
      weightedLikelihoodEstimates(data, sloped),
      weightedLikelihoodEstimates(data, graded),
    ]
    for (const [person, ability] of one.abilities.entries())
      expect(other.abilities[person]).toBeCloseTo(ability, 6)
  })

  test('of graded items, also beside others, are where Warm’s equation holds', () => {
    const mixed = [
      itemFromThresholds([-1, 0.4], 1.3, 'graded'),
      itemFromThresholds([-0.5, 0.2, 1.1], 0.8, 'graded'),
      dichotomousItem(0.3, 1.6),
      itemFromThresholds([0.5, -0.2], 0.7),
    ]
    const rows = [
      [0, 0, 0, 0],
      [2, 1, 0, 1],
      [1, null, 1, 2],
      [2, 3, 1, 2],
      [null, null, null, null],
    ]
    const { abilities, errors } = weightedLikelihoodEstimates(responsesFromRows(rows), mixed)
    for (const [person, row] of rows.slice(0, 4).entries()) {
      const theta = abilities[person] ?? 0
      const answered = mixed.flatMap((item, at) => (row[at] == null ? [] : [{ item, value: row[at] }]))
      const logLikelihood = (ability: number) =>
        answered.reduce(
          (sum, { item, value }) => sum + Math.log(categoryProbabilities(item, ability)[value] ?? 0),
          0,
        )
      const slope = (logLikelihood(theta + 1e-5) - logLikelihood(theta - 1e-5)) / 2e-5
      const parts = answered.map(({ item }) => itemInformation(item, theta))
      const information = parts.reduce((sum, part) => sum + part.information, 0)
      const warm = parts.reduce((sum, part) => sum + part.warm, 0)
      expect(slope + warm / (2 * information)).toBeCloseTo(0, 7)
      expect(errors[person]).toBeCloseTo(1 / Math.sqrt(information), 10)
    }
    expect(abilities).toHaveLength(5)
    expect([abilities[4], errors[4]]).toEqual([Number.NaN, Number.NaN])
  })

  test('say nothing of a person who answered nothing', () => {
    const data = responsesFromRows([
      [null, null],
      [1, 0],
      [0, 1],
    ])
    const { abilities, errors } = weightedLikelihoodEstimates(data, items.slice(0, 2))
    expect(abilities[0]).toBeNaN()
    expect(errors[0]).toBeNaN()
    expect(abilities[1]).toBe(abilities[2])
  })

  test('refuse items that do not fit', () => {
    const data = responsesFromRows([
      [1, 0],
      [0, 1],
    ])
    expect(() => weightedLikelihoodEstimates(data, items)).toThrow(
      new RangeError('weightedLikelihoodEstimates: 10 items for answers to 2'),
    )
    expect(() => weightedLikelihoodEstimates(data, [dichotomousItem(0), itemFromThresholds([0, 1])])).toThrow(
      new RangeError('weightedLikelihoodEstimates: item 1 has 2 intercepts, not 1'),
    )
  })

  test('move with the scale: 100 points for a logit, 500 for its zero', () => {
    const toReport = { slope: 100, shift: 500 }
    for (const kind of ['partialCredit', 'graded'] as const) {
      const test = [
        itemFromThresholds([-1, 0.4], 1.3, kind),
        itemFromThresholds([0.2], 0.8, kind),
        itemFromThresholds([0.5], 1, kind),
      ]
      const data = responsesFromRows([
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 1],
        [2, 1, 1],
      ])
      const [logits, points] = [test, test.map((item) => carryItem(item, toReport))].map((each) =>
        weightedLikelihoodEstimates(data, each),
      )
      for (const person of [0, 1, 2, 3]) {
        expect(points?.abilities[person]).toBeCloseTo(500 + 100 * (logits?.abilities[person] ?? 0), 6)
        expect(points?.errors[person]).toBeCloseTo(100 * (logits?.errors[person] ?? 0), 5)
      }
    }
  })

  test('of items far from each other and from 0 are near those that are answered', () => {
    const far = [dichotomousItem(-50), dichotomousItem(50)]
    const { abilities } = weightedLikelihoodEstimates(
      responsesFromRows([
        [0, 0],
        [1, 1],
      ]),
      far,
    )
    // One item alone: log(3) beyond its difficulty.
    expect(abilities[0]).toBeCloseTo(-50 - Math.log(3), 6)
    expect(abilities[1]).toBeCloseTo(50 + Math.log(3), 6)
  })

  test('refuse items and populations that are no numbers', () => {
    const data = responsesFromRows([
      [1, 0],
      [0, 1],
    ])
    const lost = [dichotomousItem(0), dichotomousItem(Number.NaN)]
    const message = 'item 1 has slope 1 and intercepts NaN, not all numbers'
    expect(() => weightedLikelihoodEstimates(data, lost)).toThrow(message)
    expect(() => expectedAbilities(data, lost, [{ mean: 0, sd: 1 }])).toThrow(`expectedAbilities: ${message}`)
    expect(() => scoreTable(lost, { mean: 0, sd: 1 })).toThrow(`scoreTable: ${message}`)
    const none = 'a population with mean 0 and sd 0 has no spread'
    expect(() => scoreTable(items, { mean: 0, sd: 0 })).toThrow(new RangeError(`scoreTable: ${none}`))
    expect(() => expectedAbilities(data, items.slice(0, 2), [{ mean: 0, sd: 0 }])).toThrow(
      new RangeError(`expectedAbilities: ${none}`),
    )
    expect(() => scoreFit(data, items.slice(0, 2), { mean: Number.NaN, sd: 1 })).toThrow(
      'scoreFit: a population with mean NaN',
    )
  })

  test('of a large cohort on two booklets are those of each person alone', () => {
    const mixed = items.map((_, at) =>
      itemFromThresholds(at % 3 === 0 ? [-1, at / 5] : [at / 5 - 1], 0.6 + at / 8),
    )
    const cohort = simulate({
      items: mixed,
      persons: 6600,
      seed: 21,
      lacks: (person, at) => at === person % 2,
    })
    const { abilities, errors } = weightedLikelihoodEstimates(cohort, mixed)
    for (let person = 0; person < 6600; person += 300) {
      const alone = weightedLikelihoodEstimates(
        selectPersons(cohort, (each) => each === person),
        mixed,
      )
      expect(abilities[person]).toBeCloseTo(alone.abilities[0] ?? 0, 9)
      expect(errors[person]).toBeCloseTo(alone.errors[0] ?? 0, 7)
    }
  })
})

/** log-likelihood + ½·log information, the information by the variance of the slope-weighted categories */
function objective(test: readonly Item[], row: Uint8Array, theta: number): number {
  let [logLikelihood, information] = [0, 0]
  for (const [at, item] of test.entries()) {
    const value = row[at] ?? MISSING
    if (value === MISSING) continue
    const chances = categoryProbabilities(item, theta)
    const mean = chances.reduce((sum, chance, k) => sum + k * chance, 0)
    logLikelihood += Math.log(chances[value] ?? 0)
    information += item.slope ** 2 * chances.reduce((sum, chance, k) => sum + chance * (k - mean) ** 2, 0)
  }
  return logLikelihood + Math.log(information) / 2
}

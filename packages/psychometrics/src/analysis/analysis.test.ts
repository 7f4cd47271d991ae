import { describe, expect, test } from 'vitest'
import { responsesFromRows } from '../data/responses.ts'
import { selectItems } from '../data/select.ts'
import { dichotomousItem, itemFromThresholds } from '../models/item.ts'
import { expectedAbilities } from '../scores/eap.ts'
import { weightedLikelihoodEstimates } from '../scores/wle.ts'
import { simulate } from '../testing/simulate.ts'
import { characteristicCurve } from './characteristic-curve.ts'
import { classicalAnalysis } from './classical.ts'
import { distractorAnalysis } from './distractors.ts'
import { personFit } from './person-fit.ts'
import { residualCorrelations } from './residual-correlations.ts'
import { residualFit } from './residual-fit.ts'
import { scoreFit } from './score-fit.ts'

const items = Array.from({ length: 12 }, (_, at) => dichotomousItem(-1.5 + at / 4))
const data = simulate({ items, persons: 2000, seed: 1 })
const { abilities } = weightedLikelihoodEstimates(data, items)

describe('classical analysis', () => {
  test('counts who answered; scores are shares of the points that a person could get', () => {
    const [first, second] = classicalAnalysis(
      responsesFromRows([
        [1, 1, 1],
        [1, 0, 1],
        [0, 0, 1],
        [0, 0, 0],
        [1, null, 1],
      ]),
    )
    expect(first).toMatchObject({ answered: 5, difficulty: 0.6, shares: [0.4, 0.6] })
    expect(second).toMatchObject({ answered: 4, difficulty: 0.25 })
    // R: cor(c(1, 1, 0, 0, 1), c(1, 2/3, 1/3, 0, 1)), cor(c(1, 1, 0, 0, 1), c(1, .5, .5, 0, 1))
    expect(first?.itemTotal).toBeCloseTo(0.910182054618, 11)
    expect(first?.itemRest).toBeCloseTo(0.763762615826, 11)
  })

  test('weighs persons and takes points as shares of the highest', () => {
    const [first, second] = classicalAnalysis(
      responsesFromRows(
        [
          [2, 1],
          [1, 0],
          [0, 0],
          [2, 0],
          [1, 1],
        ],
        { weights: [1, 2, 1, 3, 1] },
      ),
    )
    expect(first).toMatchObject({ answered: 8, difficulty: 0.6875, shares: [1 / 8, 3 / 8, 4 / 8] })
    // R: cov.wt(cbind(x, y), weights, cor = TRUE)$cor
    expect(first?.itemTotal).toBeCloseTo(0.864538153153, 11)
    expect(first?.itemRest).toBeCloseTo(0.103695169473, 11)
    expect(second?.itemTotal).toBeCloseTo(0.589506344747, 11)
    expect(second?.itemRest).toBeCloseTo(0.103695169473, 11)
  })

  test('of a single item knows no rest', () => {
    expect(classicalAnalysis(responsesFromRows([[1], [0]]))[0]?.itemRest).toBeNaN()
  })
})

test('person fit looks at what a person answered, and refuses abilities that do not fit', () => {
  const whole = responsesFromRows([[1, 1, 1, 1]])
  const part = responsesFromRows([
    [1, null, 1, 1],
    [0, 1, 0, 0],
  ])
  const four = items.slice(0, 4)
  const three = four.filter((_, at) => at !== 1)
  expect(personFit(part, four, Float64Array.of(0.3, 0))[0]).toBeCloseTo(
    personFit(responsesFromRows([[1, 1, 1]]), three, Float64Array.of(0.3))[0] ?? 0,
    12,
  )
  expect(() => personFit(whole, four, Float64Array.of(1, 2))).toThrow('personFit: 2 abilities for 1 persons')
  expect(() => personFit(whole, three, Float64Array.of(1))).toThrow(/^personFit: /)
})

test('distractors: the key goes with the score, a wrong key is found', () => {
  const rest = [0, 1, 2, 3, 4, 5, 6, 7]
  const chosen = ['c', 'c', 'b', 'b', 'a', 'a', 'a', null]
  const right = distractorAnalysis(chosen, 'a', rest)
  expect(right.map(({ option, count, remark }) => [option, count, remark])).toEqual([
    ['a', 3, undefined],
    ['b', 2, undefined],
    ['c', 2, undefined],
  ])
  const wrong = distractorAnalysis(chosen, 'c', rest)
  expect(wrong.find(({ option }) => option === 'c')?.remark).toBe('key weak')
  expect(wrong.find(({ option }) => option === 'a')?.remark).toBe('attracts the able')
  expect(() => distractorAnalysis(chosen, 'a', [1])).toThrow('1 rest scores for 8')
  expect(() => distractorAnalysis([null], 'a', [1])).toThrow('nobody')
  expect(() => distractorAnalysis(['a', null, 'b'], 'a', [1, Number.NaN, Number.NaN])).toThrow(
    new RangeError('distractorAnalysis: rest score NaN of person 2 is not a number'),
  )
})

describe('fit of answers that follow the model', () => {
  test('infit and outfit lie near 1', () => {
    for (const { infit, outfit } of residualFit(data, items, abilities).items) {
      expect(Math.abs(infit - 1)).toBeLessThan(0.12)
      expect(Math.abs(outfit - 1)).toBeLessThan(0.25)
    }
  })

  test('S-X² is rarely significant, its shares sum to 1', () => {
    const fits = scoreFit(data, items, { mean: 0, sd: 1 }, () => 0)
    expect(fits.filter(({ p }) => p < 0.01).length).toBeLessThanOrEqual(1)
    for (const { groups } of fits) {
      for (const { observed, expected } of groups) {
        expect(observed.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
        expect(expected.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }
    }
  })

  test('S-X² takes a degree of freedom for a slope that was estimated', () => {
    const sloped = items.map((item, at) => (at === 2 ? dichotomousItem(-1, 1.2) : item))
    const [own, others] = [2, 3].map((at) => {
      const { df, groups } = scoreFit(data, sloped, { mean: 0, sd: 1 })[at] ?? { df: 0, groups: [] }
      return groups.length - df
    })
    expect([own, others]).toEqual([2, 1])
  })

  test('Q3 flags nothing', () => {
    expect(residualCorrelations(data, items, abilities).filter(({ isFlagged }) => isFlagged)).toEqual([])
  })

  test('the curve follows the model within its errors', () => {
    const others = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    const rest = others.map((at) => items[at] ?? dichotomousItem(0))
    const { eap } = expectedAbilities(selectItems(data, others), rest, [{ mean: 0, sd: 1 }])
    const curve = characteristicCurve(data, 5, items[5] ?? dichotomousItem(0), eap)
    expect(curve).toHaveLength(8)
    expect(curve.reduce((sum, point) => sum + point.persons, 0)).toBe(2000)
    for (const { observed, expected } of curve) expect(Math.abs(observed - expected)).toBeLessThan(0.12)
  })
})

describe('misfit is seen', () => {
  test('an item that discriminates twice as much has a low infit and fails S-X²', () => {
    const steep = items.map((item, at) => (at === 5 ? dichotomousItem(-0.25, 2.5) : item))
    const answers = simulate({ items: steep, persons: 2000, seed: 2 })
    const theirs = weightedLikelihoodEstimates(answers, items).abilities
    expect(residualFit(answers, items, theirs).items[5]?.infit).toBeLessThan(0.85)
    expect(scoreFit(answers, items, { mean: 0, sd: 1 })[5]?.p).toBeLessThan(0.001)
  })

  test('an item copied from its neighbour is flagged by Q3', () => {
    const copied = { ...data, values: data.values.slice() }
    for (let person = 0; person < data.persons; person++)
      copied.values[person * 12 + 4] = data.values[person * 12 + 5] ?? 0
    const flagged = residualCorrelations(copied, items, abilities).filter(({ isFlagged }) => isFlagged)
    expect(flagged.map((pair) => pair.items)).toContainEqual([4, 5])
  })

  test('a person who solves only the hard items has a strongly negative lz and a high outfit', () => {
    const odd = responsesFromRows([
      [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
    ])
    const own = weightedLikelihoodEstimates(odd, items).abilities
    const fit = personFit(odd, items, own)
    expect(fit[0]).toBeLessThan(-3)
    expect(fit[1]).toBeGreaterThan(0)
    expect(residualFit(odd, items, own).persons[0]?.outfit).toBeGreaterThan(2)
  })
})

describe('characteristic curves', () => {
  const item = dichotomousItem(0)
  const few = responsesFromRows([[0], [1], [0], [1]], { weights: [3, 1, 0, 4] })

  test('have bands of equal weight, and leave out who counts for nobody', () => {
    const curve = characteristicCurve(few, 0, item, Float64Array.of(-1, 0, 0.5, 1), 2)
    expect(curve.map(({ persons, ability, observed }) => [persons, ability, observed])).toEqual([
      [4, -0.75, 0.25],
      [4, 1, 1],
    ])
    expect(characteristicCurve(few, 0, item, new Float64Array(4).fill(Number.NaN))).toEqual([])
  })

  test.each([
    ['there is no item 0.5', () => characteristicCurve(few, 0.5, item, new Float64Array(4))],
    [
      'item 0 has 2 intercepts, not 1',
      () => characteristicCurve(few, 0, itemFromThresholds([0, 1]), new Float64Array(4)),
    ],
    ['3 abilities for 4 persons', () => characteristicCurve(few, 0, item, new Float64Array(3))],
    [
      'bands 2.5 are not a whole number from 2',
      () => characteristicCurve(few, 0, item, new Float64Array(4), 2.5),
    ],
  ])('%s: refused', (message, make) => {
    expect(make).toThrow(new RangeError(`characteristicCurve: ${message}`))
  })
})

test('partial credit items are analysed by their points', () => {
  const steps = [itemFromThresholds([-1, 0.5]), itemFromThresholds([0, 1]), itemFromThresholds([-0.5, 0.2])]
  const answers = simulate({ items: steps, persons: 800, seed: 4 })
  const [first] = classicalAnalysis(answers)
  expect(first?.shares).toHaveLength(3)
  expect(first?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(scoreFit(answers, steps, { mean: 0, sd: 1 })[0]?.p).toBeGreaterThan(0.001)
})

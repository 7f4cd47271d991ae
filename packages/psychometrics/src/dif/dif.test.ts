import { describe, expect, test } from 'vitest'
import { known } from '../conformance/answers.ts'
import { responsesFromRows } from '../data/responses.ts'
import { dichotomise } from '../data/select.ts'
import { dichotomousItem, itemFromThresholds } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { logisticDif } from './logistic.ts'
import { mantelHaenszelDif } from './mantel-haenszel.ts'

const yesNo = dichotomise(known.aggression)
/** difR numbers the items 1 to 24: first those about wanting, then those about doing. */
const inOrderOfDifR = (items: readonly number[]) => {
  return items
    .map((item) => (item % 2) * 12 + Math.floor(item / 6) * 3 + Math.floor((item % 6) / 2) + 1)
    .sort((a, b) => a - b)
}

describe('verbal aggression, men against women', () => {
  test('each item on its own', () => {
    const { flagged } = mantelHaenszelDif(yesNo, known.isMan, { fewest: 50, adjust: 'none' })
    expect(inOrderOfDifR(flagged)).toEqual([6, 12, 16, 17, 19, 20])
  })
  test('among all items', () => {
    expect(inOrderOfDifR(mantelHaenszelDif(yesNo, known.isMan, { fewest: 50 }).flagged)).toEqual([6])
  })
  test('purified', () => {
    const result = mantelHaenszelDif(yesNo, known.isMan, { fewest: 50, adjust: 'none', purify: true })
    expect(inOrderOfDifR(result.flagged)).toEqual([6, 8, 14, 16, 17, 19, 20, 22, 23])
    expect(result.iterations).toBe(6)
    expect(result.converged).toBe(true)
  })
  test('73 men are too few unless one insists', () => {
    expect(mantelHaenszelDif(yesNo, known.isMan)).toMatchObject({
      status: 'not tested',
      focal: 73,
      items: [],
    })
    expect(logisticDif(yesNo, known.isMan)).toMatchObject({ status: 'not tested', reference: 243 })
  })
})

describe('planted DIF', () => {
  const persons = 1600
  const isFocal = Array.from({ length: persons }, (_, person) => person % 2 === 1)
  const items = Array.from({ length: 20 }, (_, at) => dichotomousItem(-1.4 + 0.15 * at))
  const harder = simulate({
    items: items.map((item, at) => (at === 7 ? dichotomousItem(0.5) : item)),
    persons,
    seed: 2,
  })
  const usual = simulate({ items, persons, seed: 3 })
  const values = usual.values.map((value, at) =>
    isFocal[Math.floor(at / 20)] ? (harder.values[at] ?? 0) : value,
  )

  test('of one item is found, large and alone', () => {
    const data = { ...usual, values }
    const { items: tested, flagged } = mantelHaenszelDif(data, isFocal, { purify: true })
    expect(flagged).toEqual([7])
    expect(tested[7]?.etsClass).toBe('C')
    expect(tested[7]?.delta).toBeLessThan(-1.5)
    expect(tested.filter((item) => item.etsClass === 'C')).toHaveLength(1)
    const logistic = logisticDif(data, isFocal)
    expect(logistic.items[7]?.uniform.adjustedP).toBeLessThan(0.001)
    expect(logistic.items[7]?.uniform.effect).toBeLessThan(-0.5)
    expect(logistic.items[7]?.nonUniform.p).toBeGreaterThan(0.001)
  })

  test('that crosses is seen by logistic regression, not by Mantel–Haenszel', () => {
    const flat = simulate({
      items: items.map((item, at) => (at === 9 ? dichotomousItem(-0.05, 0.2) : item)),
      persons,
      seed: 4,
    })
    const crossing = usual.values.map((value, at) =>
      isFocal[Math.floor(at / 20)] ? (flat.values[at] ?? 0) : value,
    )
    const item = logisticDif({ ...usual, values: crossing }, isFocal).items[9]
    expect(item?.nonUniform.adjustedP).toBeLessThan(0.01)
    expect(item?.converged).toBe(true)
  })
})

/** Two items: of the persons with one point so many have it on the first, by group; those with none or two add nothing. */
function onePoint([right, wrong]: [number, number], [focalRight, focalWrong]: [number, number]) {
  const persons = [
    { row: [1, 0], focal: false, count: right },
    { row: [0, 1], focal: false, count: wrong },
    { row: [1, 0], focal: true, count: focalRight },
    { row: [0, 1], focal: true, count: focalWrong },
    { row: [0, 0], focal: true, count: 100 },
    { row: [1, 1], focal: false, count: 100 },
  ]
  const data = responsesFromRows(
    persons.map(({ row }) => row),
    { weights: persons.map(({ count }) => count) },
  )
  return mantelHaenszelDif(
    data,
    persons.map(({ focal }) => focal),
  ).items[0]
}

describe('edges', () => {
  test('a difference below the correction of ½ is not corrected, as in R', () => {
    // R: mantelhaen.test(array(c(12, 10, 11, 10, 5, 0, 5, 0), c(2, 2, 2)))
    const item = onePoint([12, 10], [11, 10])
    expect(item?.chiSquare).toBeCloseTo(0.0197628458498, 11)
    expect(item?.p).toBeCloseTo(0.888201441454, 10)
    expect(item?.oddsRatio).toBeCloseTo(12 / 11, 12)
    expect(item?.etsClass).toBe('A')
  })

  test('an odds ratio without bound is large where it is not chance, and negligible where it may be', () => {
    expect(onePoint([60, 0], [0, 60])).toMatchObject({ oddsRatio: Infinity, delta: -Infinity, etsClass: 'C' })
    expect(onePoint([2, 0], [1, 1])).toMatchObject({
      oddsRatio: Infinity,
      deltaError: Number.NaN,
      etsClass: 'A',
    })
    expect(onePoint([0, 60], [60, 0])).toMatchObject({ oddsRatio: 0, delta: Infinity, etsClass: 'C' })
  })

  test('an item whose answers no score compares is not tested', () => {
    const unknown = { chiSquare: Number.NaN, p: Number.NaN, adjustedP: Number.NaN, etsClass: undefined }
    expect(onePoint([60, 0], [60, 0])).toMatchObject({ status: 'not tested', focal: 160, ...unknown })
  })

  test('an item that too few of a group were given is not tested, whatever the size of the groups', () => {
    const items = Array.from({ length: 6 }, (_, at) => dichotomousItem(at / 4))
    const isFocal = Array.from({ length: 400 }, (_, person) => person % 2 === 0)
    const lacks = (person: number, item: number) => item === 2 && person % 2 === 0 && person >= 198
    const data = simulate({ items, persons: 400, seed: 5, lacks })
    const [one, other] = [mantelHaenszelDif(data, isFocal), logisticDif(data, isFocal)]
    expect(one.items[2]).toMatchObject({ status: 'not tested', focal: 99, reference: 200, p: Number.NaN })
    expect(other.items[2]).toMatchObject({ status: 'not tested', focal: 99, reference: 200 })
    expect(other.items[2]?.uniform).toEqual({
      statistic: Number.NaN,
      p: Number.NaN,
      effect: Number.NaN,
      adjustedP: Number.NaN,
    })
    expect(one.items[3]?.status).toBe('tested')
    // The p of five items are adjusted, not of six: the largest stays as it is.
    const tested = one.items.filter(({ status }) => status === 'tested')
    expect(Math.max(...tested.map(({ adjustedP }) => adjustedP))).toBe(Math.max(...tested.map(({ p }) => p)))
    expect(mantelHaenszelDif(data, isFocal, { fewest: 99 }).items[2]?.status).toBe('tested')
  })

  test('an item that everybody solved is not tested by logistic regression', () => {
    const data = simulate({
      items: [dichotomousItem(-40), dichotomousItem(0), dichotomousItem(0.5)],
      persons: 400,
      seed: 5,
    })
    const { items } = logisticDif(
      data,
      Array.from({ length: 400 }, (_, person) => person % 2 === 0),
    )
    expect(items.map(({ status }) => status)).toEqual(['not tested', 'tested', 'tested'])
  })

  test('a level that is none is refused', () => {
    expect(() => mantelHaenszelDif(yesNo, known.isMan, { level: 5 })).toThrow(
      new RangeError('mantelHaenszelDif: level 5 is not within 0 and 1'),
    )
  })
})

test('items of several categories and groups of another length are refused', () => {
  const data = simulate({ items: [itemFromThresholds([0, 1]), dichotomousItem(0)], persons: 10, seed: 1 })
  expect(() => mantelHaenszelDif(data, [])).toThrow('item 0 has highest category 2')
  expect(() => logisticDif(data, [])).toThrow('item 0 has highest category 2')
  expect(() => mantelHaenszelDif(yesNo, [true])).toThrow('isFocal has 1 values for 316')
})

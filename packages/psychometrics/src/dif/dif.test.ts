import { describe, expect, test } from 'vitest'
import { known } from '../conformance/answers.ts'
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

test('items of several categories and groups of another length are refused', () => {
  const data = simulate({ items: [itemFromThresholds([0, 1]), dichotomousItem(0)], persons: 10, seed: 1 })
  expect(() => mantelHaenszelDif(data, [])).toThrow('item 0 has highest category 2')
  expect(() => logisticDif(data, [])).toThrow('item 0 has highest category 2')
  expect(() => mantelHaenszelDif(yesNo, [true])).toThrow('isFocal has 1 values for 316')
})

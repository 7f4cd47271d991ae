import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryProbabilities, dichotomousItem, type Item, itemFromThresholds } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { domainExpectations, groupResiduals } from './domain-profile.ts'
import { subscoreValue } from './subscore-value.ts'

describe('expected skill score given the total', () => {
  const threshold = fc.double({ min: -2, max: 2, noNaN: true })
  const test5 = fc.array(fc.array(threshold, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 5 })

  test('is that of all answer patterns counted one by one, at any ability', () => {
    fc.assert(
      fc.property(test5, fc.double({ min: -2, max: 2, noNaN: true }), (thresholds, theta) => {
        const items = thresholds.map((each) => itemFromThresholds(each))
        const table = domainExpectations(items, [0, 1])
        const byHand = enumerate(items, theta)
        for (const { total, expected, variance } of table) {
          const { mass, first, second } = byHand[total] ?? { mass: 1, first: 0, second: 0 }
          expect(expected).toBeCloseTo(first / mass, 9)
          expect(variance).toBeCloseTo(second / mass - (first / mass) ** 2, 9)
        }
      }),
    )
  })

  test('refuses slopes, no skill and the whole test', () => {
    const items = [0, 1, 2].map((at) => dichotomousItem(at))
    expect(() => domainExpectations([...items, dichotomousItem(0, 2)], [0])).toThrow('item 3 has a slope')
    expect(() => domainExpectations(items, [])).toThrow('a skill of 0 items')
    expect(() => domainExpectations(items, [0, 1, 2])).toThrow('a skill of 3 items')
    expect(() => domainExpectations(items, [5])).toThrow('no item 5')
  })
})

function enumerate(items: readonly Item[], theta: number) {
  type Sum = { mass: number; first: number; second: number }
  const sums: Sum[] = []
  const visit = (at: number, chance: number, total: number, skill: number) => {
    const item = items[at]
    if (!item) {
      const sum = sums[total] ?? { mass: 0, first: 0, second: 0 }
      sums[total] = sum
      sum.mass += chance
      sum.first += chance * skill
      sum.second += chance * skill * skill
      return
    }
    for (const [category, share] of categoryProbabilities(item, theta).entries()) {
      visit(at + 1, chance * share, total + category, at < 2 ? skill + category : skill)
    }
  }
  visit(0, 1, 0, 0)
  return sums
}

describe('residuals of classes', () => {
  const items = Array.from({ length: 16 }, (_, at) => dichotomousItem(-1.5 + 0.2 * at))
  const domain = [0, 3, 6, 9, 12]
  const classOf = Array.from({ length: 1200 }, (_, person) => person % 40)

  test('have z values of mean 0 and spread 1 when nothing is the matter, also on booklets', () => {
    const data = simulate({
      items,
      persons: 1200,
      seed: 1,
      lacks: (person, item) => (person >> 6) % 2 === 0 && item > 12,
    })
    const z = groupResiduals(data, items, domain, classOf).map((each) => each.z)
    expect(z).toHaveLength(40)
    const mean = z.reduce((sum, each) => sum + each, 0) / 40
    const spread = Math.sqrt(z.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 39)
    expect(Math.abs(mean)).toBeLessThan(0.5)
    expect(spread).toBeGreaterThan(0.7)
    expect(spread).toBeLessThan(1.35)
  })

  test('show the class that was taught the skill, not the class that is able', () => {
    const able = simulate({
      items,
      persons: 1200,
      seed: 2,
      ability: (person, normal) => normal + (person % 40 === 1 ? 1 : 0),
    })
    const values = able.values.map((value, at) => {
      const [person, item] = [Math.floor(at / 16), at % 16]
      return person % 40 === 0 && domain.includes(item) && person % 3 > 0 ? 1 : value
    })
    const found = groupResiduals({ ...able, values }, items, domain, classOf)
    expect(found[0]?.z).toBeGreaterThan(3)
    expect(Math.abs(found[1]?.z ?? 9)).toBeLessThan(3)
    expect(found[0]?.pupils).toBe(30)
  })
})

describe('the gate of subscores', () => {
  const items = Array.from({ length: 20 }, (_, at) => dichotomousItem(-1.5 + 0.15 * at))

  test('closes when the skill is the same ability', () => {
    const value = subscoreValue(simulate({ items, persons: 1500, seed: 3 }), [0, 4, 8, 12, 16])
    expect(value.isWorthReporting).toBe(false)
    expect(value.fromTotal).toBeGreaterThan(value.fromSubscore)
    expect(value.fromBoth).toBeGreaterThanOrEqual(value.fromTotal - 1e-9)
  })

  test('opens when it is another', () => {
    const [one, other] = [4, 5].map((seed) => simulate({ items, persons: 1500, seed }))
    const values = (one as typeof other & object).values.map((value, at) =>
      at % 20 < 10 ? value : (other?.values[at] ?? 0),
    )
    const value = subscoreValue(
      { ...(one as NonNullable<typeof one>), values },
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    )
    expect(value.isWorthReporting).toBe(true)
  })

  test('knows neither items named twice nor items that are none', () => {
    const data = simulate({ items, persons: 50, seed: 6 })
    expect(() => subscoreValue(data, [1, 1])).toThrow(
      new RangeError('subscoreValue: the skill 1,1 names an item twice'),
    )
    expect(() => subscoreValue(data, [1, 20])).toThrow(
      new RangeError('subscoreValue: there is no item 20 among 20'),
    )
    expect(() => domainExpectations(items, [3, 4, 3])).toThrow(
      new RangeError('domainExpectations: the skill 3,4,3 names an item twice'),
    )
    const groups = Array.from({ length: 50 }, (_, person) => (person === 4 ? Number.NaN : 0))
    expect(() => groupResiduals(data, items, [3, 4], groups)).toThrow(
      new RangeError('groupResiduals: group NaN of person 4 is not a number'),
    )
  })

  test('needs a skill of two items', () => {
    expect(() => subscoreValue(simulate({ items, persons: 50, seed: 6 }), [1])).toThrow(
      'a skill of 1 items out of 20',
    )
  })
})

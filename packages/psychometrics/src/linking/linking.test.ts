import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dichotomousItem, type Item, itemFromThresholds } from '../models/item.ts'
import { screenAnchors } from './anchor-drift.ts'
import { carryItem, linkScales } from './link-methods.ts'
import { differenceError, linkWithError } from './linking-error.ts'

const methods = ['mean-mean', 'mean-sigma', 'haebara', 'stocking-lord'] as const
const difficulties = [-1.5, -1, -0.6, -0.2, 0.1, 0.4, 0.8, 1.2, 1.5, 1.9]
const items: Item[] = difficulties.map((at, place) => itemFromThresholds([at, at + 0.5], 0.8 + 0.05 * place))

describe('links', () => {
  test('find the line that carried the items, by every method', () => {
    const line = fc.record({
      slope: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
      shift: fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      method: fc.constantFrom(...methods),
    })
    fc.assert(
      fc.property(line, ({ slope, shift, method }) => {
        const carried = items.map((item) => carryItem(item, { slope, shift }))
        const found = linkScales(items, carried, { method })
        expect(found.converged).toBe(true)
        expect(found.slope).toBeCloseTo(slope, 5)
        expect(found.shift).toBeCloseTo(shift, 5)
      }),
      { numRuns: 40 },
    )
  })

  test('of Rasch scales shift only', () => {
    const carried = items.map((item) => carryItem(item, { slope: 1, shift: 0.4 }))
    for (const method of methods) {
      const { slope, shift } = linkScales(items, carried, { method, shiftOnly: true })
      expect(slope).toBe(1)
      expect(shift).toBeCloseTo(0.4, 6)
    }
  })

  test('refuse items that do not pair', () => {
    expect(() => linkScales(items, items.slice(1), { method: 'haebara' })).toThrow(
      '10 items to be linked with 9',
    )
    expect(() => linkScales([dichotomousItem(0)], [items[0] as Item], { method: 'haebara' })).toThrow(
      'item 0 differs',
    )
  })
})

describe('links that there are not', () => {
  const flat = [0, 0].map((at) => dichotomousItem(at))
  const falling = [0, 1].map((at) => dichotomousItem(at, -1))
  const lost = [dichotomousItem(0), dichotomousItem(Number.NaN)]

  test('are refused: difficulties that do not vary, slopes that fall, items that are no numbers', () => {
    expect(() => linkScales(flat, flat, { method: 'mean-sigma' })).toThrow(
      new RangeError('linkScales: mean-sigma finds the slope NaN, which is not above 0'),
    )
    for (const method of ['mean-mean', 'haebara', 'stocking-lord'] as const) {
      expect(() => linkScales(falling, flat, { method })).toThrow('finds the slope -1, which is not above 0')
      expect(() => linkScales(flat, lost, { method })).toThrow(
        'linkScales: item 1 has slope 1 and intercepts NaN',
      )
    }
  })

  test('and weights without their nodes', () => {
    const [nodes, weights] = [Float64Array.of(-1, 0, 1), Float64Array.of(1, 1)]
    expect(() => linkScales(items, items, { method: 'haebara', weights })).toThrow('2 weights for no nodes')
    expect(() => linkScales(items, items, { method: 'haebara', nodes, weights })).toThrow(
      '2 weights for 3 nodes',
    )
  })
})

describe('anchors', () => {
  const later = difficulties.map((at, place) =>
    dichotomousItem(at + 0.3 + (place === 4 ? 0.9 : 0.02 * (place % 3))),
  )
  const before = difficulties.map((at) => dichotomousItem(at))

  test('that drifted are found and the rest kept', () => {
    const screening = screenAnchors(before, later, { testLength: 30, limit: 3 })
    expect(screening.drifted).toEqual([4])
    expect(screening.kept).toHaveLength(9)
    expect(screening.isEnough).toBe(true)
    expect(screening.remark).toBeUndefined()
  })

  test('never become fewer than 8, and that is said', () => {
    const screening = screenAnchors(before.slice(0, 8), later.slice(0, 8), { testLength: 30 })
    expect(screening.kept).toHaveLength(8)
    expect(screening.remark).toContain('have moved too')
    expect(screenAnchors(before.slice(0, 5), later.slice(0, 5), { testLength: 30 }).isEnough).toBe(false)
  })
})

test.each([Number.NaN, 9, 20.5])('a test of %d items is none for ten anchors', (testLength) => {
  expect(() => screenAnchors(items, items, { testLength })).toThrow(
    new RangeError(`screenAnchors: testLength ${testLength} is not a whole number from 10, the anchors`),
  )
})

test('the linking error of Rasch scales is the standard error of the mean shift', () => {
  const shifts = [0.1, 0.3, 0.2, 0.5, -0.1, 0.2]
  const from = shifts.map((_, at) => dichotomousItem(at / 2))
  const to = shifts.map((shift, at) => dichotomousItem(at / 2 + shift))
  const { shift, errors } = linkWithError(from, to, { method: 'mean-mean', shiftOnly: true })
  expect(shift).toBeCloseTo(0.2, 12)
  // sd(shifts) / sqrt(6)
  expect(errors.shift).toBeCloseTo(Math.sqrt(0.2 / 5 / 6), 12)
  expect(errors.slope).toBe(0)
  expect(differenceError(0.03, 0.04, 0)).toBeCloseTo(0.05, 12)
  expect(() => linkWithError(from.slice(0, 2), to.slice(0, 2), { method: 'mean-mean' })).toThrow('2 items')
})

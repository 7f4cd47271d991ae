import { describe, expect, test } from 'vitest'
import { MISSING, responsesFromRows } from '../data/responses.ts'
import { sufficientStatistics } from '../merging/statistics.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { calibrate, calibrateStatistics } from './calibrate.ts'

const difficulties = [-1.6, -1.1, -0.7, -0.3, 0, 0.2, 0.6, 0.9, 1.3, 1.8]
const raschItems = difficulties.map((difficulty) => dichotomousItem(difficulty))
const slopedItems = difficulties.map((difficulty, at) => dichotomousItem(difficulty, 0.7 + 0.1 * at))

describe('says what it cannot', () => {
  test('too few iterations are no convergence', () => {
    const data = simulate({ items: slopedItems, persons: 300, seed: 7 })
    const fit = calibrate(data, { model: '2pl', mostIterations: 2 })
    expect(fit.converged).toBe(false)
    expect(['notConverged', 'noProperMaximum']).toContain(fit.warnings[0]?.warning)
  })

  test('slopes from few answers and booklets without a link are warned of', () => {
    const data = simulate({
      items: slopedItems,
      persons: 400,
      seed: 8,
      lacks: (person, item) => item < 5 !== person % 2 < 1,
    })
    expect(calibrate(data, { model: 'rasch' }).warnings).toEqual([{ warning: 'unlinked', parts: 2 }])
    expect(calibrate(data, { model: '2pl' }).warnings).toContainEqual(
      expect.objectContaining({ warning: 'fewAnswers', needed: 500 }),
    )
  })

  test.each([
    [
      'an item that everyone solved',
      [
        [1, 0],
        [1, 1],
      ],
      'rasch',
      'calibrate: nobody has category 0 of item 0',
    ],
    [
      'a category too many',
      [
        [2, 0],
        [0, 1],
        [1, 1],
      ],
      '2pl',
      'calibrate: item 0 has highest category 2',
    ],
    ['no answers', [[MISSING, MISSING]], 'rasch', 'is no category'],
  ] as const)('%s is refused', (_, rows, model, message) => {
    expect(() => calibrate(responsesFromRows(rows), { model })).toThrow(message)
  })

  test.each(['rasch', '2pl'] as const)('%s leaves out who answered nothing', (model) => {
    const some = simulate({ items: raschItems, persons: 300, seed: 10 })
    const items = raschItems.length
    const values = new Uint8Array((300 + 7) * items).fill(MISSING)
    values.set(some.values)
    const fit = calibrate({ ...some, values, persons: 307 }, { model })
    const without = calibrate(some, { model })
    expect(fit.persons).toBe(300)
    expect(fit.bic).toBeCloseTo(without.bic, 9)
    expect(fit.groups[0]?.sd).toBeCloseTo(without.groups[0]?.sd ?? 0, 9)
  })

  test.each(['rasch', '2pl'] as const)('%s refuses a group that has nobody', (model) => {
    const some = simulate({ items: raschItems, persons: 60, seed: 11 })
    const groups = Uint16Array.from({ length: 60 }, (_, person) => (person % 2) * 2)
    expect(() => calibrate({ ...some, groups, groupCount: 3 }, { model })).toThrow(
      new RangeError('calibrate: group 1 is empty'),
    )
  })

  test.each([
    [1, 'full', 'rasch'],
    [0, 'no', '2pl'],
  ] as const)('a group whose answers are all %i has a mean without bound', (value, points, model) => {
    const groups = Uint16Array.from({ length: 60 }, (_, person) => Number(person < 2))
    const some = simulate({ items: raschItems, persons: 60, seed: 11, groups })
    some.values.fill(value, 0, 20)
    some.values[3] = MISSING
    expect(() => calibrate(some, { model })).toThrow(
      new RangeError(`calibrate: the answers of group 1 earn ${points} points, so its mean has no bound`),
    )
    some.values[4] = 1 - value
    expect(calibrate(some, { model }).groups).toHaveLength(2)
  })

  test('a group whose weights are all 0 has nobody', () => {
    const weights = Float64Array.from({ length: 60 }, (_, person) => person % 2)
    const groups = Uint16Array.from(weights)
    const some = simulate({ items: raschItems, persons: 60, seed: 11, groups, weights })
    expect(() => calibrate(some, { model: 'rasch' })).toThrow(new RangeError('calibrate: group 0 is empty'))
  })

  test.each([
    [{ model: '1pl' }, 'model 1pl is none of rasch, pcm, 2pl, gpcm, grm'],
    [{ weights: 'frequencies' }, 'weights frequencies are neither frequency nor sampling'],
    [{ tolerance: Number.NaN }, 'tolerance NaN is not above 0'],
    [{ quadratureTolerance: 0 }, 'quadratureTolerance 0 is not above 0'],
    [{ mostIterations: 0 }, 'mostIterations 0 is not at least 1'],
    [
      { fixed: new Map([[1, dichotomousItem(Infinity)]]) },
      'fixed item 1 has slope 1 and intercepts -Infinity',
    ],
  ])('the option %j is refused', (wrong, message) => {
    const some = simulate({ items: raschItems, persons: 60, seed: 11 })
    const options = Object.assign(JSON.parse('{"model": "rasch"}'), wrong)
    expect(() => calibrate(some, options)).toThrow(`calibrate: ${message}`)
    expect(() => calibrateStatistics(sufficientStatistics(some), options)).toThrow(`calibrate: ${message}`)
  })

  test('sampling weights from sums are refused: their errors need the answers', () => {
    const sums = sufficientStatistics(simulate({ items: raschItems, persons: 60, seed: 11 }))
    expect(() => calibrateStatistics(sums, { model: 'rasch', weights: 'sampling' })).toThrow(
      new RangeError('calibrateStatistics: weights sampling need the answers, not their sums'),
    )
  })

  test('anchors of another model are refused', () => {
    const data = simulate({ items: raschItems, persons: 100, seed: 9 })
    const fixed = new Map([[0, dichotomousItem(0, 2)]])
    expect(() => calibrate(data, { model: 'rasch', fixed })).toThrow('fixed item 0 has slope 2')
    expect(() => calibrate(data, { model: 'rasch', reference: 3 })).toThrow('reference 3')
  })
})

import { expect, test } from 'vitest'
import { responsesFromRows } from '../data/responses.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { calibrate } from './calibrate.ts'

const items = Array.from({ length: 6 }, (_, at) => dichotomousItem(-1 + 0.4 * at))
const answers = simulate({ items, persons: 1000, seed: 2 })

test('a calibration of enough answers that fit warns of nothing', () => {
  expect(calibrate(answers, { model: '2pl' }).warnings).toEqual([])
})

test('an item keyed the wrong way round is named', () => {
  const values = answers.values.map((value, at) => (at % 6 === 2 || at % 6 === 4 ? 1 - value : value))
  expect(calibrate({ ...answers, values }, { model: '2pl' }).warnings).toEqual([
    'Items 2, 4 fall with ability: check their keys.',
  ])
})

test('slopes need 500 answers: the item that has fewest is told, where its slope is free', () => {
  const lacks = (person: number, item: number) => item === 3 && person % 5 < 2
  const data = simulate({ items, persons: 833, seed: 3, lacks })
  const few = 'An item has only 499 answers: slopes from under 500 are mostly noise.'
  expect(calibrate(data, { model: '2pl' }).warnings).toEqual([few])
  expect(calibrate(data, { model: 'rasch' }).warnings).toEqual([])
  const known = new Map([[3, dichotomousItem(0.2)]])
  expect(calibrate(data, { model: '2pl', fixed: known }).warnings).toEqual([])
  expect(calibrate(simulate({ items, persons: 500, seed: 5 }), { model: '2pl' }).warnings).toEqual([])
  expect(calibrate(simulate({ items, persons: 499, seed: 5 }), { model: '2pl' }).warnings).toEqual([few])
})

test('an item copied from another has a slope without bound', () => {
  const copied = [
    [1, 1, 0],
    [1, 1, 1],
    [0, 0, 1],
    [0, 0, 0],
    [1, 1, 1],
    [0, 0, 0],
    [1, 1, 0],
  ]
  const fit = calibrate(responsesFromRows(copied), { model: '2pl', mostIterations: 10 })
  expect(fit.converged).toBe(false)
  expect(fit.warnings).toEqual([
    'Not converged: it ended before a last step could be judged.',
    'An item has only 7 answers: slopes from under 500 are mostly noise.',
    'Items 0, 1 have slopes above 6: hardly to be believed.',
  ])
})

test('a slope of 6 is steep, but may be', () => {
  const steep = (slope: number) => new Map([[0, dichotomousItem(0, slope)]])
  expect(calibrate(answers, { model: '2pl', fixed: steep(6) }).warnings).toEqual([])
  expect(calibrate(answers, { model: '2pl', fixed: steep(6.1) }).warnings).toEqual([
    'Items 0 have slopes above 6: hardly to be believed.',
  ])
})

test('two items do not determine two slopes: there is no proper maximum and no error', () => {
  const two = [
    [1, 1],
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ]
  const fit = calibrate(responsesFromRows(two), { model: '2pl' })
  expect(fit.converged).toBe(false)
  expect(fit.warnings[0]).toBe('The likelihood has no proper maximum here; there are no standard errors.')
  expect(fit.items[0]?.errors.slope).toBeNaN()
})

test('too few steps are no convergence, and the last of them is told', () => {
  const { converged, warnings } = calibrate(answers, { model: 'rasch', mostIterations: 6 })
  expect(converged).toBe(false)
  expect(warnings[0]).toMatch(/^Not converged: the last step was \d\.\de-\d+\.$/)
})

test('answers by lot show no spread of ability, and items are as easy as they were solved', () => {
  const fit = calibrate(simulate({ items, persons: 600, seed: 3, ability: () => 0 }), { model: 'rasch' })
  expect(fit.converged).toBe(false)
  expect(fit.groups[0]?.sd).toBeLessThan(0.05)
  expect(fit.warnings.at(-1)).toBe('A group shows no spread of ability: the test cannot rank its persons.')
  for (const [at, { thresholds }] of fit.items.entries()) {
    expect(Math.abs((thresholds[0] ?? 9) - (-1 + 0.4 * at))).toBeLessThan(0.35)
  }
})

import { expect, test } from 'vitest'
import { responsesFromPatterns, responsesFromRows } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { calibrate } from './calibrate.ts'
import { sayWarning } from './warning.ts'

const items = Array.from({ length: 6 }, (_, at) => dichotomousItem(-1 + 0.4 * at))
const answers = simulate({ items, persons: 1000, seed: 2 })

test('a calibration of enough answers that fit warns of nothing', () => {
  expect(calibrate(answers, { model: '2pl' }).warnings).toEqual([])
})

test('an item keyed the wrong way round is named', () => {
  const values = answers.values.map((value, at) => (at % 6 === 2 || at % 6 === 4 ? 1 - value : value))
  expect(calibrate({ ...answers, values }, { model: '2pl' }).warnings).toEqual([
    { warning: 'falling', items: [2, 4] },
  ])
})

test('slopes need 500 answers: the item that has fewest is told, where its slope is free', () => {
  const lacks = (person: number, item: number) => item === 3 && person % 5 < 2
  const data = simulate({ items, persons: 833, seed: 3, lacks })
  const few = { warning: 'fewAnswers', item: 3, answers: expect.closeTo(499, 9), needed: 500 }
  expect(calibrate(data, { model: '2pl' }).warnings).toEqual([few])
  expect(calibrate(data, { model: 'rasch' }).warnings).toEqual([])
  const known = new Map([[3, dichotomousItem(0.2)]])
  expect(calibrate(data, { model: '2pl', fixed: known }).warnings).toEqual([])
  expect(calibrate(simulate({ items, persons: 500, seed: 5 }), { model: '2pl' }).warnings).toEqual([])
  expect(calibrate(simulate({ items, persons: 499, seed: 5 }), { model: '2pl' }).warnings).toEqual([
    { ...few, item: 0 },
  ])
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
  const fit = calibrate(responsesFromRows(copied), { model: '2pl' })
  expect(fit.converged).toBe(false)
  const [first, ...others] = fit.warnings
  expect(['notConverged', 'noProperMaximum']).toContain(first?.warning)
  expect(others).toEqual([
    { warning: 'coarseQuadrature', error: fit.quadrature.error },
    { warning: 'fewAnswers', item: 0, answers: 7, needed: 500 },
    { warning: 'steep', items: [0, 1] },
  ])
})

test('a test that parts persons into all or nothing has no proper maximum, and still numbers', () => {
  const fit = calibrate(responsesFromPatterns({ '000': 50, 111: 50 }), { model: 'rasch' })
  expect(fit.converged).toBe(false)
  expect(fit.warnings[0]).toEqual({ warning: 'noProperMaximum' })
  expect(fit.logLikelihood).toBeCloseTo(100 * Math.log(0.5), 0)
  expect(fit.groups[0]?.sd).toBeGreaterThan(100)
})

// R: optim on dnorm and plogis over 40,001 nodes; sd 43.5442623, log-likelihood −87.9124079.
test('nodes are fine enough where groups are spread forty times as widely as items bend', () => {
  const nearly = responsesFromPatterns({ '000': 50, 111: 50, 110: 1, 100: 1, '011': 1 })
  const fit = calibrate(nearly, { model: 'rasch' })
  expect(fit.converged).toBe(true)
  expect(fit.logLikelihood).toBeCloseTo(-87.9124079, 4)
  expect(fit.groups[0]?.sd).toBeCloseTo(43.5442623, 3)
})

test('a slope of 6 is steep, but may be', () => {
  const steep = (slope: number) => new Map([[0, dichotomousItem(0, slope)]])
  expect(calibrate(answers, { model: '2pl', fixed: steep(6) }).warnings).toEqual([])
  expect(calibrate(answers, { model: '2pl', fixed: steep(6.1) }).warnings).toEqual([
    { warning: 'steep', items: [0] },
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
  expect(fit.warnings[0]).toEqual({ warning: 'noProperMaximum' })
  expect(fit.items[0]?.errors.slope).toBeNaN()
})

// Slopes of two items, or of one, trade with each other: 4 and 2 numbers from 3 and 1 free shares of patterns.
test.each([
  [2, '2pl'],
  [2, 'gpcm'],
  [2, 'grm'],
  [1, '2pl'],
  [1, 'grm'],
  [1, 'rasch'],
] as const)(
  '%i item of %s: however many persons, there is no error where nothing is determined',
  (count, model) => {
    const data = simulate({ items: items.slice(2, 2 + count), persons: 1000, seed: 1 })
    const fit = calibrate(data, { model })
    expect(fit.converged).toBe(false)
    expect(fit.warnings).toEqual([{ warning: 'noProperMaximum' }])
    expect(fit.items[0]?.errors.intercepts[0]).toBeNaN()
    expect(fit.covariance.every(Number.isNaN)).toBe(true)
  },
)

test('a group of one person has no spread: it is told soon, and spoils nothing for the others', () => {
  const groups = Array.from({ length: 300 }, (_, person) => Number(person === 17))
  const data = simulate({ items, persons: 300, seed: 4, groups })
  const fit = calibrate(data, { model: 'rasch' })
  expect(fit.iterations).toBeLessThan(100)
  expect(fit.converged).toBe(false)
  expect(fit.warnings).toEqual([{ warning: 'noSpread', groups: [1] }])
  expect(fit.groups[1]?.errors.sd).toBeNaN()
  const others = calibrate(
    selectPersons({ ...data, groupCount: 1, groups: new Uint16Array(300) }, (person) => person !== 17),
    { model: 'rasch' },
  )
  expect(Math.abs((fit.groups[0]?.sd ?? 0) - (others.groups[0]?.sd ?? 1))).toBeLessThan(0.01)
  expect(fit.groups[0]?.errors.sd).toBeCloseTo(others.groups[0]?.errors.sd ?? 0, 2)
})

test('slopes too steep for the nodes are told, with what that moves', () => {
  const allOrNothing = [0, 1].flatMap((value) => new Array<number[]>(50).fill([value, value, value]))
  const { quadrature, warnings } = calibrate(responsesFromRows(allOrNothing), {
    model: '2pl',
    mostIterations: 20,
  })
  expect(quadrature.error).toBeGreaterThan(1e-5)
  expect(warnings).toContainEqual({ warning: 'coarseQuadrature', error: quadrature.error })
})

test('too few steps are no convergence, and the last of them is told', () => {
  const { converged, warnings } = calibrate(answers, { model: 'rasch', mostIterations: 6 })
  expect(converged).toBe(false)
  expect(warnings).toEqual([{ warning: 'notConverged', lastStep: expect.closeTo(0, 2) }])
})

test('answers by lot show no spread of ability, and items are as easy as they were solved', () => {
  const fit = calibrate(simulate({ items, persons: 600, seed: 3, ability: () => 0 }), { model: 'rasch' })
  expect(fit.converged).toBe(false)
  expect(fit.groups[0]?.sd).toBeLessThan(0.05)
  expect(fit.warnings.at(-1)).toEqual({ warning: 'noSpread', groups: [0] })
  for (const [at, { thresholds }] of fit.items.entries()) {
    expect(Math.abs((thresholds[0] ?? 9) - (-1 + 0.4 * at))).toBeLessThan(0.35)
  }
})

test.each([
  [
    { warning: 'noProperMaximum' },
    'The likelihood has no proper maximum here; there are no standard errors.',
  ],
  [{ warning: 'notConverged', lastStep: 0.00123 }, 'Not converged: the last step was 1.2e-3.'],
  [
    { warning: 'notConverged', lastStep: Infinity },
    'Not converged: it ended before a last step could be judged.',
  ],
  [
    { warning: 'coarseQuadrature', error: 2e-4 },
    'Summing over nodes moves the log-likelihood by 2.0e-4: slopes are too steep for it.',
  ],
  [
    { warning: 'unlinked', parts: 2 },
    'No shared items link 2 parts of the design: compare them only if booklets were given at random.',
  ],
  [
    { warning: 'fewAnswers', item: 3, answers: 499.2, needed: 500 },
    'Item 3 has only 499 answers: slopes from under 500 are mostly noise.',
  ],
  [{ warning: 'steep', items: [2] }, 'Item 2 is too steep to be believed.'],
  [{ warning: 'falling', items: [2, 4] }, 'Items 2, 4 are answered worse by the able: check the key.'],
  [
    { warning: 'noSpread', groups: [0] },
    'Group 0 is without a spread of ability: the test cannot rank the persons.',
  ],
  [
    { warning: 'estimatorsPart', errors: 0.62 },
    'Without assuming normal ability, a threshold moves by 0.6 standard errors: use calibrateConditionally.',
  ],
] as const)('%o is said in a sentence', (warning, sentence) => {
  expect(sayWarning(warning)).toBe(sentence)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import data from '../../fixtures/few-groups.json' with { type: 'json' }
import { matrixFromRows } from '../linear-algebra/matrix.ts'
import { seededRandom } from '../seeded-random.ts'
import { fitMultilevel } from './multilevel-model.ts'
import type { MultilevelMethod } from './options.ts'

const batches = Array.from({ length: 30 }, (_, i) => Math.floor(i / 5))
const ones = (n: number) => matrixFromRows(Array.from({ length: n }, () => [1]))
// lme4::Dyestuff, six batches that differ, and Dyestuff2, whose batches differ less than chance
const { dyestuff, dyestuff2, reactions } = data

// reference/weak-prior.R: between, within, deviance, standard error of the mean, effect of the first batch
test.each([
  [dyestuff, 'reml', [2477.036, 2431.362, 319.8261, 22.22352, -18.8078]],
  [dyestuff, 'ml', [1891.131, 2425.33, 327.4818, 19.90057, -17.90695]],
  [dyestuff2, 'reml', [1.387096, 13.80152, 162.8539, 0.8314045, 0.187693]],
  [dyestuff2, 'ml', [0.984123, 13.42071, 163.9144, 0.7819063, 0.150559]],
] as [number[], MultilevelMethod, number[]][])(
  'six batches agree with R: %#',
  (response, method, expected) => {
    const model = fitMultilevel({ response, fixed: ones(30), groups: batches }, method)
    const { between, within, deviance, standardErrors, groups } = model
    const ours = [between[0], within, deviance, standardErrors[0], groups[0]?.effects[0]]
    expect(ours.map((value, i) => (value as number) / (expected[i] as number))).toEqual(
      expected.map(() => expect.closeTo(1, 5)),
    )
    expect(model).toMatchObject({ prior: 'weak', converged: true, isSingular: false })
    expect(model.caveats).toEqual(['fewGroups', 'weakPrior'])
  },
)

// lme4::sleepstudy, the first six persons; reference/weak-prior.R
const days = matrixFromRows(reactions.map((_, i) => [1, i % 10]))
const persons = reactions.map((_, i) => Math.floor(i / 10))

test.each([
  ['reml', [1558.695, 37.20474, 37.20474, 56.1706], 1196.6494, 605.85855, [18.12955, 3.43209]],
  ['ml', [1182.0978, 39.5537, 39.5537, 42.6584], 1191.1215, 617.00024, [16.29712, 3.084808]],
] as [MultilevelMethod, number[], number, number, number[]][])(
  'six persons with slopes agree with R: %s',
  (method, between, within, deviance, errors) => {
    const model = fitMultilevel({ response: reactions, fixed: days, random: days, groups: persons }, method)
    expect([...model.between].map((value, i) => value / (between[i] as number))).toEqual(
      between.map(() => expect.closeTo(1, 5)),
    )
    expect(model.within).toBeCloseTo(within, 3)
    expect(model.deviance).toBeCloseTo(deviance, 4)
    expect([...model.standardErrors]).toEqual(errors.map((error) => expect.closeTo(error, 4)))
  },
)

test('without the prior the same batches have the variances of lme4', () => {
  const free = fitMultilevel({ response: dyestuff, fixed: ones(30), groups: batches }, 'reml', 'none')
  expect(free).toMatchObject({ prior: 'none', caveats: ['fewGroups'] })
  expect([free.between[0], free.within]).toEqual([expect.closeTo(1764.05, 2), expect.closeTo(2451.25, 2)])
  expect(free.deviance).toBeCloseTo(319.654276842, 8)
})

const fewGroups = fc
  .record({ seed: fc.integer({ min: 1, max: 2 ** 31 }), count: fc.integer({ min: 3, max: 9 }) })
  .map(({ seed, count }) => {
    const random = seededRandom(seed)
    const groups = Array.from({ length: 6 * count }, (_, i) => i % count)
    return { groups, response: groups.map(() => 100 + random.normal()) }
  })

test('with few groups the variance between them is never 0, nor the likelihood above the highest', () => {
  fc.assert(
    fc.property(fewGroups, ({ groups, response }) => {
      const fixed = ones(groups.length)
      const model = fitMultilevel({ response, groups, fixed })
      const free = fitMultilevel({ response, groups, fixed }, 'reml', 'none')
      expect(model).toMatchObject({ converged: true, isSingular: false, prior: 'weak' })
      expect(model.between[0]).toBeGreaterThan(Math.max(0.005, free.between[0] as number))
      expect(model.logLikelihood).toBeLessThanOrEqual(free.logLikelihood + 1e-9)
    }),
    { numRuns: 30 },
  )
})

/** Estimated standard deviation between groups with the prior, over that without. */
function moved(count: number): number {
  const random = seededRandom(5)
  const effects = Array.from({ length: count }, () => random.normal())
  const groups = Array.from({ length: 8 * count }, (_, i) => i % count)
  const response = groups.map((group) => (effects[group] as number) + random.normal())
  const [weak, none] = (['weak', 'none'] as const).map(
    (prior) => fitMultilevel({ response, groups, fixed: ones(groups.length) }, 'reml', prior).between[0],
  ) as [number, number]
  return Math.sqrt(weak / none)
}

test('the more groups, the less the prior counts', () => {
  expect(moved(4)).toBeGreaterThan(1.1)
  expect(moved(40)).toBeLessThan(1.03)
  expect(moved(400)).toBeLessThan(1.002)
})

test('ten groups are enough to do without', () => {
  const groups = Array.from({ length: 40 }, (_, i) => i % 10)
  const response = groups.map((group, i) => group + Math.sin(i))
  const model = fitMultilevel({ response, groups, fixed: ones(40) })
  expect([model.prior, model.caveats]).toEqual(['none', []])
})

test('refuses the weak prior where it has no hold: two groups, or as many less two as tell fixed columns', () => {
  const response = [1, 2, 3, 7, 8, 9]
  expect(() => fitMultilevel({ response, fixed: ones(6), groups: [...'aaabbb'] }, 'reml', 'weak')).toThrow(
    'fitMultilevel: 2 groups are too few for the weak prior',
  )
  const fixed = matrixFromRows([0, 0, 1, 1, 0, 0].map((kind) => [1, kind]))
  const groups = [...'aabbcc']
  expect(() => fitMultilevel({ response, fixed, groups }, 'reml', 'weak')).toThrow('3 groups are too few')
  expect(fitMultilevel({ response, fixed, groups }).prior).toBe('none')
  expect(fitMultilevel({ response, fixed, groups }, 'ml').prior).toBe('weak')
})

test('what varies within groups takes no hold from the prior', () => {
  const response = [1, 2, 4, 7, 8, 9, 3, 2, 6]
  const fixed = matrixFromRows(response.map((_, i) => [1, i % 3, (i * i) % 5]))
  const model = fitMultilevel({ response, fixed, groups: [...'aaabbbccc'] })
  expect(model).toMatchObject({ prior: 'weak', converged: true, isSingular: false })
})

test('slopes that only two groups tell of are too few for the prior, unless no slope of all is fitted', () => {
  const response = [1, 2, 4, 7, 8, 9, 3, 2, 6, 5, 4, 1]
  const x = [-1, 1, -1, 1, 1, -1, 1, -1, 0, 0, 0, 0]
  const groups = [...'aaaabbbbcccc']
  const random = matrixFromRows(x.map((value) => [1, value]))
  expect(fitMultilevel({ response, fixed: random, random, groups }).prior).toBe('none')
  expect(fitMultilevel({ response, fixed: ones(12), random, groups }).prior).toBe('weak')
  expect(fitMultilevel({ response, fixed: random, random, groups }, 'ml').prior).toBe('weak')
})

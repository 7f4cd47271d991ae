import fc from 'fast-check'
import { expect, test } from 'vitest'
import exam from '../../fixtures/exam.json' with { type: 'json' }
import reference from '../../fixtures/multilevel.json' with { type: 'json' }
import { type Matrix, matrixFromRows } from '../linear-algebra/matrix.ts'
import { seededRandom } from '../seeded-random.ts'
import { fitMultilevel, type MultilevelModel } from './multilevel-model.ts'

const ones = matrixFromRows(exam.score.map(() => [1]))
const onesAndPrior = matrixFromRows(exam.prior.map((prior) => [1, prior]))
const onesAndRaw = matrixFromRows(exam.prior.map((prior) => [1, 400 + 90 * prior]))

function fit(fixed: Matrix, random: Matrix, method: 'ml' | 'reml'): MultilevelModel {
  return fitMultilevel({ response: exam.score, fixed, random, groups: exam.school }, method)
}

type Expected = (typeof reference)['slope']
const close = (numbers: ArrayLike<number>, digits: number) =>
  Array.from(numbers, (value) => expect.closeTo(value, digits))
const bySchool = (model: MultilevelModel, schools: number[]) =>
  schools.map((school) => model.groups.find(({ group }) => group === String(school)))

// reference/multilevel.R: lme4::lmer
test.each([
  ['empty model, ML', fit(ones, ones, 'ml'), reference.null],
  ['intercept, ML', fit(onesAndPrior, ones, 'ml'), reference.intercept],
  ['intercept, REML', fit(onesAndPrior, ones, 'reml'), reference.interceptReml],
  ['slope, ML', fit(onesAndPrior, onesAndPrior, 'ml'), reference.slope],
  ['slope, REML', fit(onesAndPrior, onesAndPrior, 'reml'), reference.slopeReml],
] as [string, MultilevelModel, Expected][])('%s agrees with R', (_, model, expected) => {
  expect(model.deviance).toBeCloseTo(expected.deviance[0] as number, 7)
  expect([...model.coefficients]).toEqual(close(expected.fixed, 7))
  expect([...model.standardErrors]).toEqual(close(expected.fixedSE, 7))
  expect([...model.between]).toEqual(close(expected.covariance, 6))
  expect(model.within).toBeCloseTo(expected.residual[0] as number, 7)
  expect([model.converged, model.isSingular, model.caveats]).toEqual([true, false, []])
  const schools = bySchool(model, expected.schools)
  expect(schools.map((school) => school?.effects[0])).toEqual(close(expected.effects, 6))
  expect(schools.map((school) => school?.comparativeErrors[0])).toEqual(close(expected.comparativeSE, 6))
})

test('units do not matter: a slope on a score of 400 ± 90 is the same model', () => {
  const standard = fit(onesAndPrior, onesAndPrior, 'reml')
  const raw = fit(onesAndRaw, onesAndRaw, 'reml')
  expect(raw.coefficients[1]).toBeCloseTo((standard.coefficients[1] as number) / 90, 9)
  expect(raw.between[3]).toBeCloseTo((standard.between[3] as number) / 8100, 10)
  expect(raw.within).toBeCloseTo(standard.within, 8)
  expect(raw.deviance).toBeCloseTo(standard.deviance + 2 * Math.log(90), 7)
})

test('31 of 65 schools differ from the average by more than 1.96 comparative errors', () => {
  const { groups } = fit(onesAndPrior, ones, 'ml')
  const apart = groups.filter(
    ({ effects, comparativeErrors }) =>
      Math.abs(effects[0] as number) > 1.96 * (comparativeErrors[0] as number),
  )
  expect(apart).toHaveLength(31)
})

const small = fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => {
  const random = seededRandom(seed)
  const groups = Array.from({ length: 60 }, (_, i) => i % 12)
  const effects = Array.from({ length: 12 }, () => 2 * random.normal())
  return { groups, response: groups.map((group) => 10 + (effects[group] as number) + random.normal()) }
})
const intercept = matrixFromRows(Array.from({ length: 60 }, () => [1]))

test('in a balanced design REML gives the variances of the analysis of variance', () => {
  fc.assert(
    fc.property(small, ({ groups, response }) => {
      const means = Array.from(
        { length: 12 },
        (_, g) => response.filter((_, i) => groups[i] === g).reduce((a, b) => a + b) / 5,
      )
      const grand = means.reduce((a, b) => a + b) / 12
      const within =
        response.reduce((sum, y, i) => sum + (y - (means[groups[i] as number] as number)) ** 2, 0) / 48
      const between = (5 * means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0)) / 11
      fc.pre(between > 1.5 * within)
      const model = fitMultilevel({ response, fixed: intercept, groups })
      expect(model.within / within).toBeCloseTo(1, 6)
      expect((model.between[0] as number) / ((between - within) / 5)).toBeCloseTo(1, 6)
      const share = 1 - within / between
      expect(model.groups[3]?.effects[0]).toBeCloseTo(share * ((means[3] as number) - grand), 6)
    }),
    { numRuns: 30 },
  )
})

test('groups that differ less than chance have no variance between them, and that is said', () => {
  const response = Array.from({ length: 60 }, (_, i) => Math.floor(i / 12))
  const model = fitMultilevel({
    response,
    fixed: intercept,
    groups: Array.from({ length: 60 }, (_, i) => i % 12),
  })
  expect(model).toMatchObject({ isSingular: true, converged: true, caveats: ['singular'] })
  expect(model.between[0]).toBeCloseTo(0, 6)
  expect(model.within).toBeCloseTo(120 / 59, 8)
})

test('two groups are admitted to be too few, even for the weak prior', () => {
  const response = [1, 2, 3, 7, 8, 9]
  const model = fitMultilevel({
    response,
    fixed: matrixFromRows(response.map(() => [1])),
    groups: [...'aaabbb'],
  })
  expect([model.prior, model.caveats]).toEqual(['none', ['fewGroups']])
  expect(model.groups.map(({ group, size }) => [group, size])).toEqual([
    ['a', 3],
    ['b', 3],
  ])
})

test('schools ten thousand times as different as pupils are fitted as well', () => {
  const random = seededRandom(1)
  const groups = Array.from({ length: 60 }, (_, i) => i % 12)
  const response = groups.map((group) => 1e4 * group + random.normal())
  const model = fitMultilevel({ response, fixed: intercept, groups })
  expect(model.converged).toBe(true)
  expect((model.between[0] as number) / 13e8).toBeCloseTo(1, 3)
  expect(model.within).toBeCloseTo(1, 0)
})

test('refuses a response that does not vary within groups', () => {
  const fixed = matrixFromRows([[1], [1], [1], [1]])
  expect(() => fitMultilevel({ response: [3, 3, 3, 3], fixed, groups: [1, 1, 2, 2] })).toThrow(
    'does not vary within',
  )
  expect(() => fitMultilevel({ response: [3, 3, 4, 4], fixed, groups: [1, 1, 2, 2] })).toThrow(
    'does not vary within',
  )
})

test('refuses a response that the fixed columns explain but for rounding', () => {
  const x = Array.from({ length: 30 }, (_, i) => 0.1 + 3 * Math.sin(7.3 * i))
  const data = {
    response: x.map((value) => 0.3 + 0.1 * value),
    fixed: matrixFromRows(x.map((value) => [1, value])),
    groups: x.map((_, i) => i % 10),
  }
  expect(() => fitMultilevel(data)).toThrow(
    'does not vary within groups, beyond what the fixed columns explain',
  )
})

test('refuses groups that tell no more than their own effects: one person each, two for a slope', () => {
  const fixed = matrixFromRows([[1], [1], [1], [1]])
  expect(() => fitMultilevel({ response: [3, 1, 4, 2], fixed, groups: [1, 2, 3, 4] })).toThrow(
    'fitMultilevel: 4 persons for 1 random columns of 4 groups',
  )
  const random = matrixFromRows([
    [1, 1],
    [1, 3],
    [1, 2],
    [1, 5],
  ])
  expect(() => fitMultilevel({ response: [3, 1, 4, 2], fixed, random, groups: [1, 1, 2, 2] })).toThrow(
    'fitMultilevel: 4 persons for 2 random columns of 2 groups',
  )
})

test('refuses data that cannot be fitted', () => {
  const two = matrixFromRows([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
  const one = matrixFromRows([[1], [1], [1]])
  expect(() => fitMultilevel({ response: [1, 2, 3], fixed: two, groups: [1, 2, 2] })).toThrow(
    'fixed column 1 depends',
  )
  expect(() => fitMultilevel({ response: [1, 2, 3], fixed: one, groups: [1, 1, 1] })).toThrow('1 groups')
  expect(() => fitMultilevel({ response: [1, 2, 3], fixed: one, groups: [1, 1, Number.NaN] })).toThrow(
    'fitMultilevel: group NaN at 2 is no label',
  )
  expect(() => fitMultilevel({ response: [1, 2], fixed: one, groups: [1, 2, 2] })).toThrow(
    '2 responses where 3',
  )
  expect(() => fitMultilevel({ response: [1, 2, 3], fixed: one, groups: [1, 2] })).toThrow('2 groups where 3')
  expect(() => fitMultilevel({ response: [1, 2, 3], fixed: one, random: two, groups: [1, 2, 2] })).toThrow(
    'random column 1',
  )
  expect(() => fitMultilevel({ response: [1], fixed: matrixFromRows([[1]]), groups: [1] })).toThrow(
    '1 persons for 1 columns',
  )
})

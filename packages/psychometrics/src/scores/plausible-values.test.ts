import { describe, expect, test } from 'vitest'
import { calibrate } from '../calibration/calibrate.ts'
import { selectPersons } from '../data/select.ts'
import { carryItem } from '../linking/link-methods.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { expectedAbilities } from './eap.ts'
import { latentRegression } from './latent-regression.ts'
import { plausibleValues } from './plausible-values.ts'
import { poolPlausibleValues } from './rubin.ts'

const difficulties = [-1.5, -1, -0.6, -0.2, 0, 0.3, 0.7, 1.1, 1.6, 0.5]
const items = difficulties.map((difficulty) => dichotomousItem(difficulty))

describe('plausible values', () => {
  // 40 schools of 25, school 0 half a standard deviation up: an EAP mean is drawn to the middle, a mean of draws is not.
  const schools = Array.from({ length: 1000 }, (_, person) => person % 40)
  const shortTest = items.slice(0, 8)
  const data = simulate({
    items: shortTest,
    persons: 1000,
    seed: 11,
    ability: (person, normal) => (person % 40 < 8 ? 0.8 : -0.2) + 0.9 * normal,
  })

  test('do not draw the means of schools together, expected abilities do', () => {
    const { draws, regression } = plausibleValues({ data, items: shortTest, schools, seed: 1 })
    expect(regression.converged).toBe(true)
    const fit = calibrate(data, { model: 'rasch' })
    const { eap } = expectedAbilities(data, shortTest, fit.groups)
    const gap = (values: Float64Array) =>
      meanOf(values, (person) => person % 40 < 8) - meanOf(values, (person) => person % 40 >= 8)
    const drawn = poolPlausibleValues(
      draws.map(gap),
      draws.map(() => 0.0063),
    )
    expect(Math.abs(drawn.estimate - 1)).toBeLessThan(3 * drawn.error)
    expect(gap(eap)).toBeLessThan(0.8)
    expect(drawn.between).toBeGreaterThan(0)
  })

  test('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => plausibleValues({ data, items: shortTest, seed, thinning: 1 }).draws
    expect(draw(5)).toEqual(draw(5))
    expect(draw(5)).not.toEqual(draw(6))
  })

  test('move with the scale: 100 points for a logit, 500 for its zero', () => {
    const ages = Array.from({ length: 1000 }, (_, person) => person % 7)
    const on = (scale: { slope: number; shift: number }) => {
      const test = shortTest.map((item) => carryItem(item, scale))
      return latentRegression({ data, items: test, schools, covariates: [ages] })
    }
    const [logits, points] = [on({ slope: 1, shift: 0 }), on({ slope: 100, shift: 500 })]
    expect([logits.converged, points.converged]).toEqual([true, true])
    expect(points.residualSd).toBeCloseTo(100 * logits.residualSd, 2)
    expect(points.coefficients[3]).toBeCloseTo(500 + 100 * (logits.coefficients[3] ?? 0), 2)
    expect(points.coefficients[40]).toBeCloseTo(100 * (logits.coefficients[40] ?? 0), 2)
    expect(points.logLikelihood).toBeCloseTo(logits.logLikelihood, 5)
  })

  test('are ten or more, in whole numbers', () => {
    const base = { data, items: shortTest, seed: 1 }
    expect(plausibleValues({ ...base, thinning: 1 }).draws).toHaveLength(10)
    for (const count of [1, 9, 10.5, Number.NaN]) {
      expect(() => plausibleValues({ ...base, count })).toThrow(
        new RangeError(`plausibleValues: count ${count} is not a whole number from 10`),
      )
    }
    expect(() => plausibleValues({ ...base, thinning: 0 })).toThrow(
      new RangeError('plausibleValues: thinning 0 is not a whole number from 1'),
    )
    expect(() => plausibleValues({ ...base, seed: -1 })).toThrow('seed -1')
  })

  test('differ as much for persons who stand for many as for persons who stand for themselves', () => {
    const spread = (weights?: Float64Array) => {
      const { draws } = plausibleValues({
        data: { ...data, ...(weights && { weights }) },
        items: shortTest,
        seed: 3,
        thinning: 1,
      })
      return draws.map((draw) => draw.reduce((sum, each) => sum + each, 0) / 1000)
    }
    expect(spread(new Float64Array(1000).fill(256))).toEqual(spread())
  })

  // 5 items: what is not known of the spread of ability is much, and the chain forgets it slowly.
  test('differ from one to the next in the spread of ability, also with a short test', () => {
    const few = items.slice(3, 8)
    const sample = simulate({ items: few, persons: 120, seed: 100 })
    const { draws } = plausibleValues({ data: sample, items: few, seed: 2, count: 60 })
    const spreads = draws.map((draw) => {
      const mean = draw.reduce((sum, each) => sum + each, 0) / 120
      return Math.log(draw.reduce((sum, each) => sum + (each - mean) ** 2, 0))
    })
    const middle = spreads.reduce((sum, each) => sum + each, 0) / 60
    const product = (lag: number) =>
      spreads.slice(lag).reduce((sum, each, at) => sum + (each - middle) * ((spreads[at] ?? 0) - middle), 0)
    expect(product(1) / product(0)).toBeLessThan(0.4)
  })

  describe('refuse', () => {
    const base = { data, items: shortTest, seed: 1 }
    const withSchools = (schoolOf: (person: number) => number) => ({
      ...base,
      schools: Array.from({ length: 1000 }, (_, person) => schoolOf(person)),
    })

    test('covariates that are short, no numbers or repeat each other', () => {
      const column = (value: (person: number) => number) => [
        Array.from({ length: 1000 }, (_, person) => value(person)),
      ]
      expect(() => plausibleValues({ ...base, covariates: [[1, 2]] })).toThrow('2 values for 1000 persons')
      expect(() => plausibleValues({ ...base, covariates: column(() => 1) })).toThrow('depend on each other')
      expect(() =>
        plausibleValues({ ...base, covariates: column((person) => (person === 4 ? Number.NaN : person)) }),
      ).toThrow(new RangeError('latentRegression: covariate 0 is NaN for person 4, no number'))
    })

    test('schools that are no whole numbers, or missing from the row', () => {
      expect(() => plausibleValues({ ...base, schools: [0] })).toThrow(
        'schools has 1 values for 1000 persons',
      )
      expect(() => plausibleValues(withSchools((person) => (person === 2 ? -1 : 0)))).toThrow(
        new RangeError('latentRegression: school -1 of person 2 is not a whole number from 0'),
      )
      expect(() => plausibleValues(withSchools((person) => 2 * (person % 2)))).toThrow(
        new RangeError('latentRegression: school 1 has no person'),
      )
    })

    test.each([
      [1, 'full'],
      [0, 'no'],
    ])('a school whose answers are all %i: its mean has no bound', (value, points) => {
      const values = data.values.slice()
      values.fill(value, 3 * 8, 6 * 8)
      const schools = Array.from({ length: 1000 }, (_, person) => Number(person >= 3 && person < 6))
      expect(() => plausibleValues({ ...base, data: { ...data, values }, schools })).toThrow(
        new RangeError(
          `latentRegression: the answers of school 1 earn ${points} points, so the mean has no bound; join with others`,
        ),
      )
      values[4 * 8] = 1 - value
      expect(plausibleValues({ ...base, data: { ...data, values }, schools }).regression.converged).toBe(true)
    })

    test('persons who are not more than what is to be known of them', () => {
      const mixed =
        [...data.values.keys()].find((at) => at % 8 > 0 && data.values[at] !== data.values[at - 1]) ?? 0
      const one = selectPersons(data, (person) => person === Math.floor(mixed / 8))
      expect(() => latentRegression({ data: one, items: shortTest })).toThrow(
        new RangeError('latentRegression: 1 persons are too few for 1 coefficients'),
      )
    })
  })
})

function meanOf(values: Float64Array, keep: (person: number) => boolean): number {
  const kept = [...values].filter((_, person) => keep(person))
  return kept.reduce((sum, value) => sum + value, 0) / kept.length
}

test("Rubin's rules by hand", () => {
  const pooled = poolPlausibleValues([1, 2, 3], [0.5, 0.5, 0.8])
  expect(pooled.estimate).toBe(2)
  expect(pooled.error).toBeCloseTo(Math.sqrt(0.6 + 4 / 3), 12)
  expect(pooled.df).toBeCloseTo(2 * (1 + 0.6 / (4 / 3)) ** 2, 12)
  expect(() => poolPlausibleValues([1], [1])).toThrow('1 estimates')
  expect(() => poolPlausibleValues([1, 2], [1])).toThrow('1 variances for 2')
  expect(() => poolPlausibleValues([1, Number.NaN], [1, 1])).toThrow('estimates 1,NaN are not all numbers')
  expect(() => poolPlausibleValues([1, 2], [1, -1])).toThrow('variances 1,-1 are not all at least 0')
})

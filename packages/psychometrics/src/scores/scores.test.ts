import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreFit } from '../analysis/score-fit.ts'
import { calibrate } from '../calibration/calibrate.ts'
import { MISSING, responsesFromRows } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { carryItem } from '../linking/link-methods.ts'
import {
  categoryProbabilities,
  dichotomousItem,
  type Item,
  itemFromThresholds,
  itemInformation,
} from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { expectedAbilities } from './eap.ts'
import { latentRegression } from './latent-regression.ts'
import { plausibleValues } from './plausible-values.ts'
import { alphaReliability, eapReliability, marginalReliability, wleReliability } from './reliability.ts'
import { poolPlausibleValues } from './rubin.ts'
import { scoreTable } from './score-table.ts'
import { weightedLikelihoodEstimates } from './wle.ts'

const difficulties = [-1.5, -1, -0.6, -0.2, 0, 0.3, 0.7, 1.1, 1.6, 0.5]
const items = difficulties.map((difficulty) => dichotomousItem(difficulty))
const anyItem = fc
  .record({
    slope: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
    thresholds: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ slope, thresholds }) => itemFromThresholds(thresholds, slope))

describe('weighted likelihood estimates', () => {
  test('are where the derivative of log-likelihood + ½·log information vanishes', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 3, maxLength: 8 }), fc.nat(1e6), (test, seed) => {
        const data = simulate({ items: test, persons: 3, seed, skips: 0.1 })
        const { abilities } = weightedLikelihoodEstimates(data, test)
        for (const [person, ability] of abilities.entries()) {
          if (Number.isNaN(ability)) continue
          const row = data.values.subarray(person * test.length, (person + 1) * test.length)
          const slope = (objective(test, row, ability + 1e-4) - objective(test, row, ability - 1e-4)) / 2e-4
          expect(Math.abs(slope)).toBeLessThan(1e-4)
        }
      }),
    )
  })

  test('are the same for a graded item of two categories as for 2PL', () => {
    const sloped = difficulties.map((difficulty, at) => dichotomousItem(difficulty, 0.8 + 0.1 * at))
    const graded = sloped.map((item): Item => ({ ...item, kind: 'graded' }))
    const data = simulate({ items: sloped, persons: 40, seed: 2, skips: 0.2 })
    const [one, other] = [
      weightedLikelihoodEstimates(data, sloped),
      weightedLikelihoodEstimates(data, graded),
    ]
    for (const [person, ability] of one.abilities.entries())
      expect(other.abilities[person]).toBeCloseTo(ability, 6)
  })

  test('of graded items, also beside others, are where Warm’s equation holds', () => {
    const mixed = [
      itemFromThresholds([-1, 0.4], 1.3, 'graded'),
      itemFromThresholds([-0.5, 0.2, 1.1], 0.8, 'graded'),
      dichotomousItem(0.3, 1.6),
      itemFromThresholds([0.5, -0.2], 0.7),
    ]
    const rows = [
      [0, 0, 0, 0],
      [2, 1, 0, 1],
      [1, null, 1, 2],
      [2, 3, 1, 2],
      [null, null, null, null],
    ]
    const { abilities, errors } = weightedLikelihoodEstimates(responsesFromRows(rows), mixed)
    for (const [person, row] of rows.slice(0, 4).entries()) {
      const theta = abilities[person] ?? 0
      const answered = mixed.flatMap((item, at) => (row[at] == null ? [] : [{ item, value: row[at] }]))
      const logLikelihood = (ability: number) =>
        answered.reduce(
          (sum, { item, value }) => sum + Math.log(categoryProbabilities(item, ability)[value] ?? 0),
          0,
        )
      const slope = (logLikelihood(theta + 1e-5) - logLikelihood(theta - 1e-5)) / 2e-5
      const parts = answered.map(({ item }) => itemInformation(item, theta))
      const information = parts.reduce((sum, part) => sum + part.information, 0)
      const warm = parts.reduce((sum, part) => sum + part.warm, 0)
      expect(slope + warm / (2 * information)).toBeCloseTo(0, 7)
      expect(errors[person]).toBeCloseTo(1 / Math.sqrt(information), 10)
    }
    expect(abilities).toHaveLength(5)
    expect([abilities[4], errors[4]]).toEqual([Number.NaN, Number.NaN])
  })

  test('say nothing of a person who answered nothing', () => {
    const data = responsesFromRows([
      [null, null],
      [1, 0],
      [0, 1],
    ])
    const { abilities, errors } = weightedLikelihoodEstimates(data, items.slice(0, 2))
    expect(abilities[0]).toBeNaN()
    expect(errors[0]).toBeNaN()
    expect(abilities[1]).toBe(abilities[2])
  })

  test('refuse items that do not fit', () => {
    const data = responsesFromRows([
      [1, 0],
      [0, 1],
    ])
    expect(() => weightedLikelihoodEstimates(data, items)).toThrow(
      new RangeError('weightedLikelihoodEstimates: 10 items for answers to 2'),
    )
    expect(() => weightedLikelihoodEstimates(data, [dichotomousItem(0), itemFromThresholds([0, 1])])).toThrow(
      new RangeError('weightedLikelihoodEstimates: item 1 has 2 intercepts, not 1'),
    )
  })

  test('move with the scale: 100 points for a logit, 500 for its zero', () => {
    const toReport = { slope: 100, shift: 500 }
    for (const kind of ['partialCredit', 'graded'] as const) {
      const test = [
        itemFromThresholds([-1, 0.4], 1.3, kind),
        itemFromThresholds([0.2], 0.8, kind),
        itemFromThresholds([0.5], 1, kind),
      ]
      const data = responsesFromRows([
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 1],
        [2, 1, 1],
      ])
      const [logits, points] = [test, test.map((item) => carryItem(item, toReport))].map((each) =>
        weightedLikelihoodEstimates(data, each),
      )
      for (const person of [0, 1, 2, 3]) {
        expect(points?.abilities[person]).toBeCloseTo(500 + 100 * (logits?.abilities[person] ?? 0), 6)
        expect(points?.errors[person]).toBeCloseTo(100 * (logits?.errors[person] ?? 0), 5)
      }
    }
  })

  test('of items far from each other and from 0 are near those that are answered', () => {
    const far = [dichotomousItem(-50), dichotomousItem(50)]
    const { abilities } = weightedLikelihoodEstimates(
      responsesFromRows([
        [0, 0],
        [1, 1],
      ]),
      far,
    )
    // One item alone: log(3) beyond its difficulty.
    expect(abilities[0]).toBeCloseTo(-50 - Math.log(3), 6)
    expect(abilities[1]).toBeCloseTo(50 + Math.log(3), 6)
  })

  test('refuse items and populations that are no numbers', () => {
    const data = responsesFromRows([
      [1, 0],
      [0, 1],
    ])
    const lost = [dichotomousItem(0), dichotomousItem(Number.NaN)]
    const message = 'item 1 has slope 1 and intercepts NaN, not all numbers'
    expect(() => weightedLikelihoodEstimates(data, lost)).toThrow(message)
    expect(() => expectedAbilities(data, lost, [{ mean: 0, sd: 1 }])).toThrow(`expectedAbilities: ${message}`)
    expect(() => scoreTable(lost, { mean: 0, sd: 1 })).toThrow(`scoreTable: ${message}`)
    const none = 'a population with mean 0 and sd 0 has no spread'
    expect(() => scoreTable(items, { mean: 0, sd: 0 })).toThrow(new RangeError(`scoreTable: ${none}`))
    expect(() => expectedAbilities(data, items.slice(0, 2), [{ mean: 0, sd: 0 }])).toThrow(
      new RangeError(`expectedAbilities: ${none}`),
    )
    expect(() => scoreFit(data, items.slice(0, 2), { mean: Number.NaN, sd: 1 })).toThrow(
      'scoreFit: a population with mean NaN',
    )
  })

  test('of a large cohort on two booklets are those of each person alone', () => {
    const mixed = items.map((_, at) =>
      itemFromThresholds(at % 3 === 0 ? [-1, at / 5] : [at / 5 - 1], 0.6 + at / 8),
    )
    const cohort = simulate({
      items: mixed,
      persons: 6600,
      seed: 21,
      lacks: (person, at) => at === person % 2,
    })
    const { abilities, errors } = weightedLikelihoodEstimates(cohort, mixed)
    for (let person = 0; person < 6600; person += 300) {
      const alone = weightedLikelihoodEstimates(
        selectPersons(cohort, (each) => each === person),
        mixed,
      )
      expect(abilities[person]).toBeCloseTo(alone.abilities[0] ?? 0, 9)
      expect(errors[person]).toBeCloseTo(alone.errors[0] ?? 0, 7)
    }
  })
})

/** log-likelihood + ½·log information, the information by the variance of the slope-weighted categories */
function objective(test: readonly Item[], row: Uint8Array, theta: number): number {
  let [logLikelihood, information] = [0, 0]
  for (const [at, item] of test.entries()) {
    const value = row[at] ?? MISSING
    if (value === MISSING) continue
    const chances = categoryProbabilities(item, theta)
    const mean = chances.reduce((sum, chance, k) => sum + k * chance, 0)
    logLikelihood += Math.log(chances[value] ?? 0)
    information += item.slope ** 2 * chances.reduce((sum, chance, k) => sum + chance * (k - mean) ** 2, 0)
  }
  return logLikelihood + Math.log(information) / 2
}

describe('score table', () => {
  const population = { mean: 0.2, sd: 1.1 }

  test('rises, sums to 1 and agrees with the estimates of persons', () => {
    const table = scoreTable(items, population)
    const data = simulate({ items, persons: 200, seed: 3 })
    const { abilities, errors } = weightedLikelihoodEstimates(data, items)
    const { eap, sd } = expectedAbilities(data, items, [population])
    for (let person = 0; person < 200; person++) {
      const score = data.values.subarray(person * 10, person * 10 + 10).reduce((sum, value) => sum + value, 0)
      expect(abilities[person]).toBeCloseTo(table[score]?.wle ?? 0, 8)
      expect(errors[person]).toBeCloseTo(table[score]?.wleError ?? 0, 8)
      expect(eap[person]).toBeCloseTo(table[score]?.eap ?? 0, 8)
      expect(sd[person]).toBeCloseTo(table[score]?.posteriorSd ?? 0, 8)
    }
    expect(table.reduce((sum, row) => sum + row.expectedShare, 0)).toBeCloseTo(1, 10)
    for (let score = 1; score < table.length; score++) {
      expect(table[score]?.wle).toBeGreaterThan(table[score - 1]?.wle ?? Infinity)
      expect(table[score]?.eap).toBeGreaterThan(table[score - 1]?.eap ?? Infinity)
    }
  })

  test('has no estimate by score where slopes differ', () => {
    expect(scoreTable([dichotomousItem(0), dichotomousItem(0, 2)], population)[1]?.wle).toBeNaN()
    expect(() => scoreTable([], population)).toThrow(new RangeError('scoreTable: items [] has no entry'))
  })

  test('of items of equal slope is that of Rasch items on a scale stretched by the slope', () => {
    const table = scoreTable(items, population)
    const steep = items.map((item) => itemFromThresholds([-(item.intercepts[0] ?? 0) / 2], 2))
    const stretched = scoreTable(steep, { mean: 0.1, sd: 0.55 })
    for (const [score, row] of table.entries()) {
      expect(stretched[score]?.wle).toBeCloseTo(row.wle / 2, 8)
      expect(stretched[score]?.wleError).toBeCloseTo(row.wleError / 2, 8)
      expect(stretched[score]?.eap).toBeCloseTo(row.eap / 2, 8)
      expect(stretched[score]?.expectedShare).toBeCloseTo(row.expectedShare, 10)
    }
  })

  test('has no estimate by score for graded items', () => {
    const [none] = scoreTable([itemFromThresholds([0, 1], 1, 'graded')], population)
    expect(none?.wle).toBeNaN()
    expect(none?.wleError).toBeNaN()
    expect(none?.eap).toBeLessThan(0.2)
  })
})

test('expected abilities of steep items of many steps end where the population does', () => {
  const steep = [0, 1, 2].map((from) =>
    itemFromThresholds(
      Array.from({ length: 10 }, (_, k) => from + k / 5),
      3,
    ),
  )
  const data = responsesFromRows([[10, 10, 10]])
  const { eap, sd } = expectedAbilities(data, steep, [{ mean: 0, sd: 4 }])
  // Above the last threshold the answers say no more: R, sum(t * d) / sum(d) with
  // p <- function(t) sapply(0:2, function(b) { e <- cumsum(c(0, 3 * (t - b - 0:9 / 5))); e <- exp(e - max(e)); e[11] / sum(e) })
  // t <- seq(-36, 36, .001); d <- dnorm(t, 0, 4) * sapply(t, function(t) prod(p(t)))
  expect(eap[0]).toBeCloseTo(6.0555573816, 6)
  expect(sd[0]).toBeCloseTo(1.82244258834, 6)
})

test('expected abilities of a long test in a wide population are those of a dense sum', () => {
  const long = Array.from({ length: 300 }, (_, at) => dichotomousItem(-3 + at / 50))
  const data = simulate({ items: long, persons: 3, seed: 8 })
  const { eap, sd } = expectedAbilities(data, long, [{ mean: 0, sd: 3 }])
  for (const person of [0, 1, 2]) {
    const row = data.values.subarray(person * 300, (person + 1) * 300)
    const score = row.reduce((sum, value) => sum + value, 0)
    let [total, first, second] = [0, 0, 0]
    for (let theta = -4; theta <= 4; theta += 0.002) {
      const logZ = long.reduce(
        (sum, { intercepts }) => sum + Math.log1p(Math.exp(theta + (intercepts[0] ?? 0))),
        0,
      )
      const weight = Math.exp(score * theta - logZ - theta ** 2 / 18 + 160)
      total += weight
      first += weight * theta
      second += weight * theta * theta
    }
    expect(eap[person]).toBeCloseTo(first / total, 9)
    expect(sd[person]).toBeCloseTo(Math.sqrt(second / total - (first / total) ** 2), 9)
  }
})

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

test('reliabilities agree with each other on a well-behaved test, and say what they allow', () => {
  const long = Array.from({ length: 40 }, (_, at) => dichotomousItem(-2 + at / 10))
  const data = simulate({ items: long, persons: 1500, seed: 12 })
  const posterior = expectedAbilities(data, long, [{ mean: 0, sd: 1 }])
  const all = [
    wleReliability(weightedLikelihoodEstimates(data, long)),
    eapReliability(posterior),
    marginalReliability(posterior, 1),
    alphaReliability(data),
  ]
  for (const { reliability, use } of all) {
    expect(reliability).toBeGreaterThan(0.82)
    expect(reliability).toBeLessThan(0.92)
    expect(use).toBe('persons')
  }
  expect(alphaReliability(simulate({ items: items.slice(0, 3), persons: 500, seed: 13 })).use).toBe(
    'groups only',
  )
})

import { describe, expect, test } from 'vitest'
import { responsesFromRows } from '../data/responses.ts'
import { dichotomousItem, itemFromThresholds } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { expectedAbilities } from './eap.ts'
import { alphaReliability, eapReliability, marginalReliability, wleReliability } from './reliability.ts'
import { scoreTable } from './score-table.ts'
import { weightedLikelihoodEstimates } from './wle.ts'

const difficulties = [-1.5, -1, -0.6, -0.2, 0, 0.3, 0.7, 1.1, 1.6, 0.5]
const items = difficulties.map((difficulty) => dichotomousItem(difficulty))

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

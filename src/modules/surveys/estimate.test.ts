import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateResult, estimateTable, INTERVAL_METHODS } from './estimate.ts'
import { populationOf } from './population.ts'
import { aGroup, anItem, aResult, aTable, wholePercent } from './testing.ts'

const given = (respondents: number, population: number) =>
  aGroup({ respondents, population: populationOf(respondents, null, population) })

describe('estimateResult', () => {
  test('counts exactly when 29 of 30 heads answered', () => {
    const heads = aGroup({ respondents: 29, responseShare: wholePercent(97) })
    expect(heads.population).toEqual({ kind: 'feasible', low: 30, high: 30, best: 30 })
    // 23 of 29 agree, so 23 or 24 of all 30.
    expect(estimateResult(heads, aResult({ share: 79 }))).toMatchObject({
      method: 'exact',
      successes: 23,
      share: 0.79,
      low: expect.closeTo(23 / 30, 12),
      high: expect.closeTo(24 / 30, 12),
    })
  })

  // R: n <- 216; N <- 502; z <- qnorm(.975); e <- n*(N-1)/(N-n); p <- .81
  // (p + z^2/(2*e) + c(-1,1)*z*sqrt(p*(1-p)/e + z^2/(4*e^2))) / (1 + z^2/e)
  test('corrects Wilson for 216 of about 502 teachers', () => {
    const teachers = aGroup({ respondents: 216, responseShare: wholePercent(43) })
    expect(teachers.population).toEqual({ kind: 'feasible', low: 497, high: 508, best: 502 })
    const estimate = estimateResult(teachers, aResult({ share: 81 }))
    expect(estimate?.method).toBe('wilsonFinite')
    expect(estimate?.low).toBeCloseTo(0.767432308393, 10)
    expect(estimate?.high).toBeCloseTo(0.846336436848, 10)
  })

  // R: prop.test(4, 10, correct = FALSE)$conf.int
  test('does not correct for 10 people out of nobody knows how many', () => {
    const estimate = estimateResult(aGroup({ respondents: 10 }), aResult({ share: 40 }))
    expect(estimate).toMatchObject({ method: 'wilson', successes: 4, population: { kind: 'unknown' } })
    expect(estimate?.low).toBeCloseTo(0.168180329706, 10)
    expect(estimate?.high).toBeCloseTo(0.687326230266, 10)
  })

  test('knows the share when everybody answered', () => {
    expect(estimateResult(given(29, 29), aResult({ share: 79 }))).toMatchObject({
      method: 'census',
      low: 23 / 29,
      high: 23 / 29,
    })
  })

  test('says nothing of a missing result', () => {
    expect(estimateResult(aGroup(), aResult({ share: null, missing: 'notAsked' }))).toBeNull()
  })

  test('has a name and a condition for every method', () => {
    expect(INTERVAL_METHODS.map(({ method }) => method)).toEqual([
      'census',
      'exact',
      'wilsonFinite',
      'wilson',
    ])
  })

  const counts = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.integer({ min: 0, max: 900 })))

  test('holds the share within half a printed per cent', () => {
    fc.assert(
      fc.property(counts, ([k, n, others]) => {
        const share = Math.round((100 * k) / n)
        const estimate = estimateResult(given(n, n + others), aResult({ share }))
        expect(estimate?.low).toBeLessThanOrEqual(share / 100 + 0.005 + 1e-12)
        expect(estimate?.high).toBeGreaterThanOrEqual(share / 100 - 0.005 - 1e-12)
      }),
    )
  })

  test('is narrower the more people answered', () => {
    const width = (n: number, share: number) => {
      const estimate = estimateResult(given(n, 2000), aResult({ share }))
      return (estimate?.high ?? 1) - (estimate?.low ?? 0)
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 1000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 100 }),
        (n, more, share) => {
          expect(width(n + more, share)).toBeLessThan(width(n, share))
        },
      ),
    )
  })
})

test('estimateTable leaves out what was not asked', () => {
  const table = aTable({
    groups: [aGroup(), aGroup({ code: 'pupils' })],
    items: [anItem(), anItem({ code: 'mission' })],
    shares: [
      [80, null],
      [70, 60],
    ],
  })
  expect(estimateTable(table).map(({ item, group, share }) => [item, group, share])).toEqual([
    ['vision', 'teachers', 0.8],
    ['mission', 'teachers', 0.7],
    ['mission', 'pupils', 0.6],
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/surveys.json' with { type: 'json' }
import { tQuantile } from '../distributions/student-t.ts'
import { clus1, clus2, clustered, simple, srs, strat, stratified, twoStage } from '../testing/api-schools.ts'
import { surveyDesign } from './design.ts'
import { estimateMean, estimateRatio, estimateTotal, type SurveyEstimate } from './estimates.ts'

const numbersOf = ({ value, standardError, designEffect, df, interval }: SurveyEstimate) => [
  value,
  standardError,
  designEffect,
  df,
  interval.low,
  interval.high,
]
const like = (numbers: readonly (number | null)[]) =>
  numbers.map((value) => (value === null ? expect.anything() : expect.closeTo(value, value > 1e5 ? 4 : 8)))

// reference/surveys.R: coefficient, SE, deff, degf, confint(df = degf)
test.each([
  ['mean, simple', estimateMean(simple, srs.api00), reference.srsApi00],
  [
    'mean of differences, simple',
    estimateMean(
      simple,
      srs.api00.map((v, i) => v - (srs.api99[i] as number)),
    ),
    reference.srsGrowth,
  ],
  ['mean, stratified', estimateMean(stratified, strat.api00), reference.stratMean],
  ['total, stratified', estimateTotal(stratified, strat.enroll), reference.stratTotal],
  ['mean, clusters', estimateMean(clustered, clus1.api00), reference.clus1Mean],
  ['total, clusters', estimateTotal(clustered, clus1.enroll), reference.clus1Total],
])('%s agrees with R', (_, estimate, expected) => {
  expect(numbersOf(estimate)).toEqual(like(expected))
})

const endless = surveyDesign(183, { clusters: clus1.dnum }, clus1.pw)

// reference/surveys.R: coefficient, SE, degf, confint
test.each([
  ['mean, two stages', estimateMean(twoStage, clus2.api00), reference.clus2Mean],
  ['total, two stages', estimateTotal(twoStage, clus2.api00), reference.clus2Total],
  ['mean, clusters of an endless population', estimateMean(endless, clus1.api00), reference.clus1Endless],
])('%s agrees with R', (_, { value, standardError, df, interval }, expected) => {
  expect([value, standardError, df, interval.low, interval.high]).toEqual(like(expected))
})

const highOnes = strat.stype.map((type) => type === 'H')
const without = strat.schwide.map((target) => target === 'No')
const highInClusters = clus1.stype.map((type) => type === 'H')

// reference/surveys.R: of subset(design, …) coefficient, SE, deff, degf, confint(df = degf)
test.each([
  ['a stratum', estimateMean(stratified, strat.api00, { part: highOnes }), reference.stratHigh],
  ['a part across strata', estimateMean(stratified, strat.api00, { part: without }), reference.stratNo],
  [
    'a part of some clusters',
    estimateMean(clustered, clus1.api00, { part: highInClusters }),
    reference.clus1High,
  ],
])('%s has the degrees of freedom of those in it', (_, estimate, expected) => {
  expect(numbersOf(estimate)).toEqual(like(expected))
})

test('a part of which one cluster was drawn tells nothing about its spread', () => {
  const clusters = [1, 1, 2, 2, 3, 3]
  const design = surveyDesign(6, { clusters, populations: 9, within: { populations: 20 } })
  const part = clusters.map((cluster) => cluster === 1)
  const { df, interval } = estimateMean(design, [1, 3, 4, 5, 9, 9], { part })
  expect([df, interval.low, interval.high]).toEqual([0, -Infinity, Infinity])
})

test('one respondent of many is no certainty, one of one is', () => {
  const design = surveyDesign(4, { strata: [...'aaab'], populations: [9, 9, 9, 1] })
  const only = (name: string) =>
    estimateMean(design, [1, 3, 4, 5], { part: [name === 'a', false, false, name === 'b'] }).interval
  expect(only('a')).toEqual({ low: -Infinity, high: Infinity })
  expect(only('b')).toEqual({ low: 5, high: 5 })
})

test('ratios agree with R', () => {
  const years = estimateRatio(stratified, strat.api00, strat.api99)
  expect(numbersOf(years).slice(0, 3)).toEqual(like(reference.stratRatio))
  const perPupil = estimateRatio(clustered, clus1.api00, clus1.enroll)
  expect(numbersOf(perPupil).slice(0, 3)).toEqual(like(reference.clus1Ratio))
})

test('parts of the population agree with R, and may be the strata or cut across clusters', () => {
  const byType = ['E', 'H', 'M'].map((type) =>
    estimateMean(stratified, strat.api00, { part: strat.stype.map((own) => own === type) }),
  )
  const [e, h, m, ...errors] = reference.stratBy
  expect(byType.map(({ value }) => value)).toEqual(like([e, h, m] as number[]))
  expect(byType.map(({ standardError }) => standardError)).toEqual(like(errors))
  const byTarget = ['No', 'Yes'].map((target) =>
    estimateMean(clustered, clus1.api00, { part: clus1.schwide.map((own) => own === target) }),
  )
  expect(byTarget.map(({ value }) => value)).toEqual(like(reference.clus1By.slice(0, 2)))
  expect(byTarget.map(({ standardError }) => standardError)).toEqual(like(reference.clus1By.slice(2)))
  expect(byTarget.map(({ respondents }) => respondents)).toEqual([23, 160])
})

test('a simple sample has the textbook standard error', () => {
  const { standardError, interval, df } = estimateMean(surveyDesign(4, { populations: 10 }), [1, 2, 4, 5], {
    level: 0.9,
  })
  expect(standardError).toBeCloseTo(Math.sqrt((10 / 3 / 4) * 0.6), 14)
  expect(interval.high).toBeCloseTo(3 + standardError * tQuantile(0.95, 3), 12)
  expect(df).toBe(3)
})

test('the stratified mean is W₁ȳ₁ + W₂ȳ₂ with the textbook variance', () => {
  const design = surveyDesign(5, { strata: ['a', 'a', 'b', 'b', 'b'], populations: [10, 10, 30, 30, 30] })
  const { value, standardError } = estimateMean(design, [1, 3, 4, 5, 9])
  expect(value).toBeCloseTo(0.25 * 2 + 0.75 * 6, 14)
  expect(standardError ** 2).toBeCloseTo(0.25 ** 2 * 0.8 * (2 / 2) + 0.75 ** 2 * 0.9 * (7 / 3), 13)
})

test('when everyone answered the interval is a point, also where a stratum is one person', () => {
  const design = surveyDesign(3, { strata: [1, 1, 2], populations: [2, 2, 1] })
  const { standardError, interval } = estimateMean(design, [1, 0, 0])
  expect(standardError).toBe(0)
  expect(interval).toEqual({ low: 1 / 3, high: 1 / 3 })
})

const answers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 4, maxLength: 30 })
test('weights that do not say how many people there are leave the design effect open', () => {
  for (const weight of [1, 0.5]) {
    const design = surveyDesign(4, {}, [weight, weight, weight, weight])
    const { standardError, designEffect } = estimateMean(design, [1, 2, 4, 5])
    expect(standardError).toBeCloseTo(Math.sqrt(10 / 3 / 4), 14)
    expect(designEffect).toBeNaN()
  }
})

// R: apiclus2 holds districts of which one school was drawn; svydesign(id = ~dnum + snum, weights = ~pw), svymean
test('a single unit inside clusters does not matter when the clusters are a negligible part', () => {
  const weights = clus2.fpc1.map((districts, i) => {
    const drawn = clus2.dnum.filter((district) => district === clus2.dnum[i]).length
    return ((districts / 40) * (clus2.fpc2[i] as number)) / drawn
  })
  const schools = { clusters: clus2.snum }
  const nested = surveyDesign(126, { clusters: clus2.dnum, within: schools }, weights)
  const flat = surveyDesign(126, { clusters: clus2.dnum }, weights)
  expect(estimateMean(nested, clus2.api00)).toEqual(estimateMean(flat, clus2.api00))
})

test('the mean moves and stretches with the values, its standard error only stretches', () => {
  fc.assert(
    fc.property(
      answers,
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (values, move, stretch) => {
        const design = surveyDesign(values.length, { strata: values.map((_, i) => i % 2), populations: 100 })
        const plain = estimateMean(design, values)
        const moved = estimateMean(
          design,
          values.map((value) => move + stretch * value),
        )
        expect(moved.value).toBeCloseTo(move + stretch * plain.value, 8)
        expect(moved.standardError).toBeCloseTo(stretch * plain.standardError, 8)
      },
    ),
  )
})

test('refuses what cannot be estimated', () => {
  const design = surveyDesign(3, { strata: ['a', 'a', 'b'], populations: 9 })
  expect(() => estimateMean(design, [1, 2])).toThrow('estimateMean: 2 values where 3')
  expect(() => estimateMean(design, [1, 2, Number.NaN])).toThrow('estimateMean: value NaN at 2')
  expect(() => estimateMean(design, [1, 2, 3])).toThrow(
    'estimateMean: stratum b has a single unit drawn from 9',
  )
  const endless = surveyDesign(1, {}, [3])
  expect(() => estimateTotal(endless, [1])).toThrow(
    'estimateTotal: the only stratum has a single unit drawn from more',
  )
  const lonely = surveyDesign(3, { clusters: ['x', 'x', 'y'], populations: 5, within: { populations: 8 } })
  expect(() => estimateRatio(lonely, [1, 2, 3], [1, 1, 1])).toThrow(
    'estimateRatio: cluster y has a single unit drawn from 8',
  )
  expect(() => estimateTotal(design, [1, 2, 3], { part: [false, false, false] })).toThrow(
    'nobody is in the part',
  )
  expect(() => estimateMean(design, [1, 2, 3], { part: [true] })).toThrow('1 part entries where 3')
  expect(() =>
    estimateRatio(
      simple,
      srs.api00,
      srs.api00.map(() => 0),
    ),
  ).toThrow('estimateRatio: the total below is 0')
  expect(() => estimateMean(simple, srs.api00, { level: 95 })).toThrow('estimateMean: level 95')
})

test('a value outside the part may be missing', () => {
  const design = surveyDesign(4, { populations: 9 })
  const { value, respondents } = estimateMean(design, [1, 3, 5, Number.NaN], {
    part: [true, true, true, false],
  })
  expect([value, respondents]).toEqual([3, 3])
})

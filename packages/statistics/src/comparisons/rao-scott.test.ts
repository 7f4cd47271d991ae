import { expect, test } from 'vitest'
import reference from '../../fixtures/surveys.json' with { type: 'json' }
import { surveyDesign } from '../surveys/design.ts'
import { clus1, clustered, strat, stratified } from '../testing/api-schools.ts'
import { chiSquareTest } from './chi-square-test.ts'
import { raoScottTest } from './rao-scott.ts'

// reference/surveys.R: svychisq(~sch.wide + stype)
test.each([
  [
    'stratified',
    raoScottTest(stratified, strat.schwide, strat.stype),
    reference.raoScottStrat,
    reference.chisqStrat,
  ],
  [
    'in clusters',
    raoScottTest(clustered, clus1.schwide, clus1.stype),
    reference.raoScottClus1,
    reference.chisqClus1,
  ],
])('%s agrees with R', (_, { f, df1, df2, p, chiSquare }, second, first) => {
  expect([f, df1, df2]).toEqual(second.slice(0, 3).map((value) => expect.closeTo(value, 6)))
  expect(p / (second[3] as number)).toBeCloseTo(1, 6)
  expect(chiSquare).toBeCloseTo(first[0] as number, 6)
})

test('is Pearson’s test for a simple sample of an endless population', () => {
  const one = [...'aaaabbbbbbaabb']
  const other = [...'xxxyyyyyxxxyyx']
  const design = surveyDesign(
    14,
    {},
    one.map(() => 1),
  )
  const test = raoScottTest(design, one, other)
  const counts = ['a', 'b'].map((row) =>
    ['x', 'y'].map((column) => one.filter((own, i) => own === row && other[i] === column).length),
  )
  expect(test.chiSquare).toBeCloseTo(chiSquareTest(counts).chiSquare, 12)
  // The variance of a sample has one degree of freedom less.
  expect(test.designEffect).toBeCloseTo(14 / 13, 12)
})

test('refuses a census, combinations without anyone and a single unit, by its own name', () => {
  const one = [...'aaabbbccc']
  const census = surveyDesign(9, { populations: 9 })
  expect(() => raoScottTest(census, one, [...'xyxyzzzxy'])).toThrow('raoScottTest: everyone answered')
  const sample = surveyDesign(9, { populations: 90 })
  expect(() => raoScottTest(sample, one, one)).toThrow('raoScottTest: too many combinations without anyone')
  const lonely = surveyDesign(4, { strata: [1, 1, 1, 2], populations: 8 })
  expect(() => raoScottTest(lonely, [...'abab'], [...'xyyx'])).toThrow(
    'raoScottTest: stratum 2 has a single unit drawn from 8',
  )
})

test('refuses answers that do not vary and lists of other lengths', () => {
  const design = surveyDesign(2, { populations: 9 })
  expect(() => raoScottTest(design, ['a', 'a'], ['x', 'y'])).toThrow('raoScottTest: 1 × 2 answers')
  expect(() => raoScottTest(design, ['a', 'b'], ['x', 'x'])).toThrow(
    'raoScottTest: 2 × 1 answers, nothing to compare',
  )
  expect(() => raoScottTest(design, [1, Number.NaN], ['x', 'y'])).toThrow(
    'raoScottTest: first answer NaN at 1 is no label',
  )
  expect(() => raoScottTest(design, ['a', 'b'], [Number.NaN, 1])).toThrow(
    'raoScottTest: second answer NaN at 0 is no label',
  )
  expect(() => raoScottTest(design, ['a'], ['x', 'y'])).toThrow('raoScottTest: 1 first answers where 2')
  expect(() => raoScottTest(design, ['a', 'b'], ['x'])).toThrow('raoScottTest: 1 second answers where 2')
})

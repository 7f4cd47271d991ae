import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/surveys.json' with { type: 'json' }
import { clus1, clustered, columns, margins, strat, stratified } from '../testing/api-schools.ts'
import { calibrate, type Weighted } from './calibration.ts'
import { surveyDesign } from './design.ts'
import { estimateMean, estimateTotal, type SurveyEstimate } from './estimates.ts'
import { postStratify } from './post-stratification.ts'
import { rake } from './raking.ts'

const numbersOf = ({ value, standardError, df, interval }: SurveyEstimate) => [
  value,
  standardError,
  df,
  interval.low,
  interval.high,
]
const like = (numbers: readonly number[]) =>
  numbers.map((value) => expect.closeTo(value, value > 1e5 ? 4 : 8))
const clusterMargins = margins(clus1)
const totals = [6194, 755, 1018, 3914069]

test('post-stratification agrees with R', () => {
  const { design } = postStratify(clustered, clusterMargins[0])
  expect(numbersOf(estimateMean(design, clus1.api00))).toEqual(like(reference.postMean))
  expect(numbersOf(estimateTotal(design, clus1.enroll))).toEqual(like(reference.postTotal))
})

test('calibration agrees with R', () => {
  const { design, largestGap, iterations, refusals } = calibrate(
    clustered,
    columns(clus1.stype, clus1.api99),
    totals,
  )
  expect([...design.weights]).toEqual(like(reference.gregWeights))
  expect(numbersOf(estimateMean(design, clus1.api00))).toEqual(like(reference.gregMean))
  expect(numbersOf(estimateTotal(design, clus1.enroll))).toEqual(like(reference.gregTotal))
  expect([largestGap < 1e-6, iterations, refusals]).toEqual([true, 1, []])
})

test('calibration to numbers far from 0 costs no digits', () => {
  const offset = 1e6
  const far = columns(
    clus1.stype,
    clus1.api99.map((value) => value + offset),
  )
  const { design, largestGap } = calibrate(clustered, far, [6194, 755, 1018, 3914069 + 6194 * offset])
  expect(largestGap).toBeLessThan(1e-3)
  expect(numbersOf(estimateMean(design, clus1.api00))).toEqual(like(reference.gregMean))
})

test('columns without anything in them are left out of calibration', () => {
  const empty = { rows: 183, columns: 1, values: new Float64Array(183) }
  const { design, converged } = calibrate(clustered, empty, [0])
  expect([design.weights, converged]).toEqual([clustered.weights, true])
  expect(estimateMean(design, clus1.api00)).toEqual(estimateMean(clustered, clus1.api00))
})

test('calibration of unequal weights agrees with R', () => {
  const targets = strat.schwide.map((target) => Number(target === 'Yes'))
  const { design } = calibrate(stratified, columns(strat.stype, targets), [6194, 755, 1018, 5122])
  expect(numbersOf(estimateMean(design, strat.api00))).toEqual(like(reference.gregStratMean))
})

test('raking agrees with R, fully converged', () => {
  const raked = rake(clustered, clusterMargins)
  expect(numbersOf(estimateMean(raked.design, clus1.api00))).toEqual(like(reference.rakedMean))
  expect(numbersOf(estimateTotal(raked.design, clus1.enroll))).toEqual(like(reference.rakedTotal))
  expect([...new Set([...raked.design.weights].map((weight) => weight.toFixed(6)))].sort()).toEqual(
    reference.rakedWeights.map((weight) => weight.toFixed(6)),
  )
  expect(raked).toMatchObject({ converged: true, iterations: 11, refusals: [] })
  expect(raked.designEffect).toBeCloseTo(1.05165669560391, 10)
  expect(raked.effectiveSize * raked.designEffect).toBeCloseTo(183, 9)
})

test('raking of unequal weights agrees with calibration in R', () => {
  const { design } = rake(stratified, margins(strat))
  expect(numbersOf(estimateMean(design, strat.api00))).toEqual(like(reference.rakedStratMean))
})

test('raking stopped early says so and how far it is', () => {
  const raked = rake(clustered, clusterMargins, { mostRounds: 2 })
  expect(raked).toMatchObject({ converged: false, iterations: 2 })
  expect(raked.refusals).toEqual([{ reason: 'notConverged', largestGap: raked.largestGap }])
})

test('raking stops at the tolerance asked for, and that counts as converged', () => {
  const raked = rake(clustered, clusterMargins, { tolerance: 1e-3 })
  expect(raked).toMatchObject({ converged: true, refusals: [] })
  expect(raked.iterations).toBeLessThan(5)
  expect(raked.largestGap / 6194).toBeLessThan(1e-3)
  expect(raked.largestGap / 6194).toBeGreaterThan(1e-9)
})

test('margins that nothing can meet are admitted, and leave numbers', () => {
  const design = surveyDesign(6, { populations: 60 })
  const impossible = rake(design, [
    { categories: [...'aaabbb'], totals: { a: 30, b: 30 } },
    { categories: [...'xxyyyy'], totals: { x: 50, y: 10 } },
  ])
  expect(impossible).toMatchObject({ converged: false, iterations: 1000, leastFactor: 0 })
  expect(impossible.refusals[0]).toEqual({ reason: 'notConverged', largestGap: expect.closeTo(20, 9) })
  expect(estimateMean(impossible.design, [1, 2, 3, 4, 5, 6]).standardError).toBeGreaterThan(0)
})

test('people whom calibration takes out leave a standard error', () => {
  const flags = { rows: 6, columns: 2, values: Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1) }
  const { design, converged, refusals } = calibrate(surveyDesign(6, { populations: 60 }), flags, [60, 0])
  expect([[...design.weights], converged, refusals]).toEqual([
    [15, 15, 15, 15, 0, 0].map((weight) => expect.closeTo(weight, 12)),
    true,
    [],
  ])
  // Residuals −2, −1, 1, 2 of weight 15, and two that do not count: 6/5 · 0.9 · 10 · 15²
  const { value, standardError } = estimateTotal(design, [1, 2, 4, 5, 7, 9])
  expect([value, standardError]).toEqual([expect.closeTo(180, 10), expect.closeTo(Math.sqrt(2430), 10)])
  const part = [false, false, false, false, true, true]
  const without = { ...design, weights: design.weights.map((weight, i) => (part[i] ? 0 : weight)) }
  expect(() => estimateMean(without, [1, 2, 4, 5, 7, 9], { part })).toThrow(
    'estimateMean: weights of those in the part sum to 0',
  )
})

test('what was fitted last has no standard error left, whatever was fitted before', () => {
  const [types, targets] = clusterMargins
  const first = postStratify(clustered, types)
  const last = rake(first.design, [targets])
  const met = estimateTotal(
    last.design,
    clus1.schwide.map((target) => Number(target === 'No')),
  )
  expect([met.value, met.standardError]).toEqual([expect.closeTo(1072, 8), expect.closeTo(0, 8)])
})

test('what margins explain has no standard error left', () => {
  const { design } = rake(clustered, clusterMargins)
  const high = estimateTotal(
    design,
    clus1.stype.map((type) => Number(type === 'H')),
  )
  expect(high.value).toBeCloseTo(755, 8)
  expect(high.standardError).toBeLessThan(1e-6)
})

const people = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), {
  minLength: 12,
  maxLength: 60,
})
const wholeSquare = [
  ['a', 'x'],
  ['b', 'y'],
  ['c', 'x'],
  ['a', 'y'],
  ['b', 'x'],
  ['c', 'y'],
] as const

test('weights reach every margin, stay positive and keep the order of drawing', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 10, max: 90 }), (some, x) => {
      const all = [...some, ...wholeSquare]
      const design = surveyDesign(all.length, { populations: 1000 })
      const first = { categories: all.map(([one]) => one), totals: { a: 30, b: 20, c: 50 } }
      const second = { categories: all.map(([, other]) => other), totals: { x, y: 100 - x } }
      const raked = rake(design, [first, second])
      const post = postStratify(design, first)
      expect([raked.converged, post.converged, raked.leastFactor > 0]).toEqual([true, true, true])
      expect(
        totalOf(
          raked,
          second.categories.map((own) => own === 'x'),
        ),
      ).toBeCloseTo(x, 6)
      expect(
        totalOf(
          post,
          first.categories.map((own) => own === 'b'),
        ),
      ).toBeCloseTo(20, 9)
    }),
  )
})

function totalOf({ design }: Weighted, inside: boolean[]): number {
  return design.weights.reduce((sum, weight, i) => sum + (inside[i] ? weight : 0), 0)
}

test('refuses to recommend weights of small cells, of great effect and below zero', () => {
  const categories = [...Array.from({ length: 30 }, () => 'many'), 'few', 'few']
  const design = surveyDesign(32, { populations: 100 })
  const few = postStratify(design, { categories, totals: { many: 50, few: 50 } })
  expect(few.refusals).toEqual([
    { reason: 'fewRespondents', margin: 0, category: 'few', respondents: 2 },
    { reason: 'designEffect', designEffect: few.designEffect },
  ])
  expect(few.designEffect).toBeCloseTo((32 * (50 ** 2 / 30 + 50 ** 2 / 2)) / 100 ** 2, 10)
  const x = Float64Array.from(categories, (_, i) => i)
  const steep = calibrate(design, { rows: 32, columns: 1, values: x }, [-200])
  expect(steep.refusals.map(({ reason }) => reason)).toContain('negativeWeight')
})

test('refuses margins that cannot be', () => {
  const design = surveyDesign(2, { populations: 10 })
  const ab = ['a', 'b']
  expect(() => rake(design, [])).toThrow('rake: no margins')
  expect(() => rake(design, [{ categories: ab, totals: { a: 5 } }])).toThrow('rake: category b has no total')
  expect(() => rake(design, [{ categories: ab, totals: { a: 5, b: 0 } }])).toThrow(
    'rake: total 0 of category b',
  )
  expect(() => postStratify(design, { categories: ab, totals: { a: 5, b: 5, c: 1 } })).toThrow(
    'category c has no respondents',
  )
  expect(() => postStratify(design, { categories: ['a', Number.NaN], totals: { a: 5 } })).toThrow(
    'postStratify: category NaN at 1 is no label',
  )
  expect(() => postStratify(design, { categories: ['a'], totals: { a: 5 } })).toThrow('1 categories where 2')
  const two = [
    { categories: ab, totals: { a: 5, b: 5 } },
    { categories: ab, totals: { a: 5, b: 6 } },
  ]
  expect(() => rake(design, two)).toThrow('rake: margins of 10 and 11 people')
  const margin = { categories: ab, totals: { a: 5, b: 5 } }
  expect(() => rake(design, [margin], { tolerance: Number.NaN })).toThrow('rake: tolerance NaN')
  expect(() => rake(design, [margin], { tolerance: -1 })).toThrow('rake: tolerance -1')
  expect(() => rake(design, [margin], { mostRounds: 0 })).toThrow('rake: mostRounds 0')
  const negative = { ...design, weights: Float64Array.of(5, -1) }
  expect(() => rake(negative, [margin])).toThrow('rake: weight -1 at 1 is not positive')
  expect(() => postStratify(negative, margin)).toThrow('postStratify: weight -1 at 1 is not positive')
  const ones = { rows: 2, columns: 1, values: Float64Array.of(1, 1) }
  expect(() => calibrate(negative, ones, [9])).toThrow('calibrate: weight -1 at 1 is not positive')
  expect(() => calibrate(design, ones, [1, 2])).toThrow('calibrate: 2 totals where 1')
})

test('dependent columns are left out, and contradicting totals show as a gap', () => {
  const twice = { rows: 12, columns: 2, values: new Float64Array(24).fill(1) }
  const design = surveyDesign(12, { populations: 24 })
  expect(calibrate(design, twice, [30, 30])).toMatchObject({ converged: true, refusals: [] })
  expect(calibrate(design, twice, [30, 40])).toMatchObject({
    converged: false,
    largestGap: expect.closeTo(10, 9),
  })
})

// Prints how long the larger methods take on one thread, beside R where it is: npm run bench -w packages/statistics
import { besideR, secondsInR } from '../../../tests/support/in-r.ts'
import {
  bSplineBasis,
  chiSquareQuantile,
  estimateMean,
  fitMultilevel,
  type Matrix,
  mcdonaldOmega,
  quantileRegressions,
  rake,
  rankIntervals,
  seededRandom,
  surveyDesign,
  tCdf,
} from '../src/index.ts'
import { lme4, QUANTREG, SURVEY } from './in-r.ts'

const random = seededRandom(20260901)
console.log('| what | seconds | against |\n| --- | --- | --- |')

measure(
  't distribution function, 100,000 values',
  () => {
    for (let i = 0; i < 100_000; i++) tCdf(-6 + i / 10_000, 3 + (i % 200))
  },
  { name: 'pt', script: 'i <- 0:99999; clock(pt(-6 + i / 1e4, 3 + i %% 200))', data: [] },
)
measure(
  'χ² quantile, 100,000 values',
  () => {
    for (let i = 0; i < 100_000; i++) chiSquareQuantile((i + 0.5) / 100_000, 1 + (i % 100))
  },
  { name: 'qchisq', script: 'i <- 0:99999; clock(qchisq((i + .5) / 1e5, 1 + i %% 100))', data: [] },
)

const growth = pupils(20_000)
measure(
  '100 quantiles on cubic splines, 20,000 pupils',
  () => quantileRegressions(splines(growth.prior), growth.score, taus()),
  { name: 'quantreg', script: QUANTREG, data: [...growth.prior, ...growth.score] },
)
const rounded = {
  prior: growth.prior.map((value) => Math.round(20 * value) / 20),
  score: growth.score.map((value) => Math.round(20 * value)),
}
measure(
  'the same, scores rounded to whole points',
  () => quantileRegressions(splines(rounded.prior), rounded.score, taus()),
  { name: 'quantreg', script: QUANTREG, data: [...rounded.prior, ...rounded.score] },
)

const many = pupils(100_000)
const manyNumbers = [...many.school, ...many.prior, ...many.score]
const fixed = columns(many.prior.length, [() => 1, (i) => many.prior[i] as number])
measure(
  'random intercept, 100,000 pupils in 1,000 schools',
  () => fitMultilevel({ response: many.score, fixed, groups: many.school }),
  { name: 'lme4', script: lme4('1'), data: manyNumbers },
)
const slope = measure(
  'random slope, the same',
  () => fitMultilevel({ response: many.score, fixed, random: fixed, groups: many.school }),
  { name: 'lme4', script: lme4('prior'), data: manyNumbers },
)
measure('rank intervals of 1,000 schools, 10,000 draws', () =>
  rankIntervals(
    slope.groups.map(({ effects, comparativeErrors }) => ({
      effect: effects[0] as number,
      standardError: comparativeErrors[0] as number,
    })),
    random,
  ),
)

const design = surveyDesign(20_000, { strata: growth.school, populations: 500 })
const margins = [3, 5, 8].map((parts, shift) => margin(20_000, parts, shift))
const raked = measure('raking 20,000 respondents to three margins', () => rake(design, margins), {
  name: 'survey',
  script: SURVEY,
  data: [...growth.school, ...margins.flatMap(({ categories }) => categories)],
})
measure('stratified mean of them, calibrated standard error', () => estimateMean(raked.design, growth.score))

const person = Array.from({ length: 10_000 }, random.normal)
const scale = columns(
  10_000,
  Array.from({ length: 30 }, () => (i: number) => (person[i] as number) + 1.5 * random.normal()),
)
measure('ω of 30 items, 10,000 persons', () => mcdonaldOmega(scale), {
  name: 'factanal',
  script: 'answers <- matrix(x, ncol = 30, byrow = TRUE); clock(factanal(answers, 1))',
  data: scale.values,
})

/** R code that does the same, with the numbers it reads. */
type InR = { name: string; script: string; data: Iterable<number> }

function measure<T>(what: string, run: () => T, inR?: InR): T {
  const start = performance.now()
  const result = run()
  const seconds = (performance.now() - start) / 1000
  const against = inR ? besideR(inR.name, secondsInR(inR.script, inR.data), seconds) : ''
  console.log(`| ${what} | ${seconds.toFixed(2)} | ${against} |`)
  return result
}

function pupils(count: number) {
  const effects = Array.from({ length: 1000 }, () => [0.3 * random.normal(), 0.1 * random.normal()] as const)
  const school = Array.from({ length: count }, (_, i) => (i * 7) % (count / 100))
  const prior = school.map(() => random.normal())
  const score = prior.map((value, i) => {
    const [level, steepness] = effects[(school[i] as number) % 1000] as readonly [number, number]
    return level + (0.6 + steepness) * value + 0.75 * random.normal()
  })
  return { school, prior, score }
}

function splines(prior: number[]): Matrix {
  const basis = bSplineBasis(prior, { knots: [-0.84, -0.25, 0.25, 0.84], boundaries: [-6, 6] })
  const at = (j: number) => (i: number) => basis.values[i * basis.columns + j] as number
  return columns(prior.length, [() => 1, ...Array.from({ length: basis.columns }, (_, j) => at(j))])
}

function columns(rows: number, of: ((i: number) => number)[]): Matrix {
  const values = new Float64Array(rows * of.length)
  for (let i = 0; i < rows; i++) {
    of.forEach((column, j) => {
      values[i * of.length + j] = column(i)
    })
  }
  return { rows, columns: of.length, values }
}

function taus(): number[] {
  return Array.from({ length: 100 }, (_, k) => (k + 0.5) / 100)
}

function margin(respondents: number, parts: number, shift: number) {
  const categories = Array.from(
    { length: respondents },
    (_, i) => (i * (shift + 3) + Math.floor(i / 97)) % parts,
  )
  const weights = Array.from({ length: parts }, (_, part) => part + 3)
  const sum = weights.reduce((a, b) => a + b)
  return {
    categories,
    totals: Object.fromEntries(weights.map((weight, part) => [part, (100_000 * weight) / sum])),
  }
}

import { type ConformanceRow, row } from '../../../../tests/support/conformance.ts'
import { chiSquareTest } from '../comparisons/chi-square-test.ts'
import { fisherExactTest } from '../comparisons/fisher-exact.ts'
import { freemanHaltonTest } from '../comparisons/freeman-halton.ts'
import { raoScottTest } from '../comparisons/rao-scott.ts'
import { clopperPearsonInterval } from '../proportions/clopper-pearson.ts'
import { calibrate } from '../surveys/calibration.ts'
import { estimateMean, estimateRatio, estimateTotal, type SurveyEstimate } from '../surveys/estimates.ts'
import { postStratify } from '../surveys/post-stratification.ts'
import { rake } from '../surveys/raking.ts'
import { trimWeights } from '../surveys/weights.ts'
import {
  clus1,
  clus2,
  clustered,
  columns,
  margins,
  simple,
  srs,
  strat,
  stratified,
  twoStage,
} from '../testing/api-schools.ts'

const source = 'R `survey` 4.1, `data(api)`'

/** Known answers of survey estimation and of tests. */
export const surveyRows: ConformanceRow[] = [
  row(
    'simple sample, mean api00, SE',
    () => pair(estimateMean(simple, srs.api00)),
    '656.585 9.249722039',
    `${source}; samplics`,
  ),
  row(
    'simple sample, mean growth, SE',
    () => pair(estimateMean(simple, growth())),
    '31.900 2.090493247',
    `${source}; samplics`,
  ),
  row(
    'stratified, mean api00, SE, deff',
    () => withEffect(estimateMean(stratified, strat.api00)),
    '662.2873632 9.4089408 1.204457',
    source,
  ),
  row(
    'stratified, total enroll, SE',
    () => pair(estimateTotal(stratified, strat.enroll)),
    '3687178 114642',
    source,
  ),
  row(
    'stratified, ratio api00/api99, SE, deff',
    () => withEffect(estimateRatio(stratified, strat.api00, strat.api99)),
    '1.05226054622 0.00364392223 1.147920005',
    source,
  ),
  row('means of E, H, M', () => types().map(({ value }) => value), '674.43 625.82 636.60', source),
  row(
    'SE of means of E, H, M',
    () => types().map(({ standardError }) => standardError),
    '12.38248 14.937129 16.214707',
    source,
  ),
  row(
    'a part across strata: mean, SE, bounds, df',
    () => {
      const part = strat.schwide.map((target) => target === 'No')
      const { value, standardError, interval, df } = estimateMean(stratified, strat.api00, { part })
      return [value, standardError, interval.low, interval.high, df]
    },
    '593.746858 18.619168 556.24593 631.24779 45',
    `${source}, \`subset\``,
  ),
  row(
    'clusters, mean api00, SE, deff',
    () => withEffect(estimateMean(clustered, clus1.api00)),
    '644.16939891 23.54224069 9.34587',
    source,
  ),
  row(
    'clusters in two stages, mean, SE',
    () => pair(estimateMean(twoStage, clus2.api00)),
    '670.8118081 30.09902738',
    source,
  ),
  row(
    'post-stratified by type, mean, SE',
    () => pair(estimateMean(postStratify(clustered, margins(clus1)[0]).design, clus1.api00)),
    '642.3107882 23.92048645',
    source,
  ),
  row(
    'calibrated to type and api99, mean, SE',
    () => pair(estimateMean(calibrated().design, clus1.api00)),
    '665.3090712 3.4417531164',
    source,
  ),
  row(
    'raked type × target, mean, SE',
    () => pair(estimateMean(raked().design, clus1.api00)),
    '641.2303209 23.7036169',
    `${source}, fully converged`,
  ),
  row(
    'raked weights',
    () => weights(),
    '29.870675 36.791025 39.839236 49.069072 50.329401 67.125529',
    `${source}, fully converged`,
  ),
  row(
    'weights strictly trimmed to 6.95 to 12.74',
    () => [...trimWeights([34.83, 1.37, 5.62, 9.98, 5.11, 5.53, 5.12], 6.95, 12.74, true).weights],
    '12.740 8.416 8.416 12.740 8.416 8.416 8.416',
    'R `survey` 4.1, `trimWeights`',
  ),
  row(
    'Rao–Scott target × type: F, df, df',
    () => raoScott().slice(0, 3),
    '17.2474 1.82867 360.24829',
    source,
  ),
  row('Rao–Scott: p', () => raoScott().slice(3), '2.035e-7', source),
  row(
    'Clopper–Pearson 7 of 20',
    () => bounds(clopperPearsonInterval(7, 20)),
    '0.153909204785 0.592188534533',
    'R `binom.test`',
  ),
  row(
    'Fisher 10 of 12, 3 of 18: p',
    () => [
      fisherExactTest([
        [10, 2],
        [3, 15],
      ]).p,
    ],
    '5.36724119143e-4',
    'R `fisher.test`',
  ),
  row(
    'Freeman–Halton, job satisfaction: p',
    () => [
      freemanHaltonTest([
        [1, 3, 10, 6],
        [2, 3, 10, 7],
        [1, 6, 14, 12],
        [0, 1, 9, 11],
      ]).p,
    ],
    '0.782684938966',
    'R `fisher.test`; Agresti 2002, p. 57',
  ),
  row('χ² of 12 7 9, 5 14 20; p', () => chiSquare(), '7.79216602645 0.0203213542319', 'R `chisq.test`'),
]

function pair({ value, standardError }: SurveyEstimate): number[] {
  return [value, standardError]
}

function withEffect(estimate: SurveyEstimate): number[] {
  return [...pair(estimate), estimate.designEffect]
}

function growth(): number[] {
  return srs.api00.map((value, i) => value - srs.api99[i]!)
}

function types(): SurveyEstimate[] {
  return ['E', 'H', 'M'].map((type) =>
    estimateMean(stratified, strat.api00, { part: strat.stype.map((own) => own === type) }),
  )
}

function calibrated() {
  return calibrate(clustered, columns(clus1.stype, clus1.api99), [6194, 755, 1018, 3914069])
}

function raked() {
  return rake(clustered, margins(clus1))
}

function weights(): number[] {
  const all = Array.from(raked().design.weights, (weight) => weight.toFixed(9))
  return [...new Set(all)].map(Number).sort((a, b) => a - b)
}

function raoScott(): number[] {
  const { f, df1, df2, p } = raoScottTest(stratified, strat.schwide, strat.stype)
  return [f, df1, df2, p]
}

function chiSquare(): number[] {
  const { chiSquare, p } = chiSquareTest([
    [12, 7, 9],
    [5, 14, 20],
  ])
  return [chiSquare, p]
}

function bounds({ low, high }: { low: number; high: number }): number[] {
  return [low, high]
}

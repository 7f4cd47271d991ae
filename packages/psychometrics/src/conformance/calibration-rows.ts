import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import {
  alphaReliability,
  andersenTest,
  type CalibratedItem,
  type Calibration,
  calibrate,
  MISSING,
  type Responses,
  scoreTable,
  splitAtMeanScore,
} from '../index.ts'
import { conditional, conditionalPartial, known, once, row, yesNo } from './answers.ts'

const booklets = withoutAnswers(yesNo, (person, item) => (person % 2 === 0 ? item >= 14 : item < 10))

const twoParameter = once(() => calibrate(known.lsat6, { model: '2pl' }))
const rasch = once(() => calibrate(known.lsat6, { model: 'rasch' }))
const aggressionRasch = once(() => calibrate(yesNo, { model: 'rasch' }))
const aggressionTwo = once(() => calibrate(yesNo, { model: '2pl' }))
const partialCredit = once(() => calibrate(known.aggression, { model: 'pcm' }))
const generalised = once(() => calibrate(known.aggression, { model: 'gpcm' }))
const graded = once(() => calibrate(known.aggression, { model: 'grm' }))
const linked = once(() => calibrate(booklets, { model: 'rasch' }))

const sexes = once(() => calibrate(withGroups(yesNo, known.isMan), { model: 'rasch' }))
const sampled = once(() => calibrate(withWeights(yesNo), { model: 'rasch', weights: 'sampling' }))

const base = 'base R, reference/marginal.R'
const mirt = 'R mirt 1.45, dense quadrature'
const mirtLtm = 'R mirt 1.45; published with ltm'
const erm = 'R eRm 1.0 = psychotools 0.7'
const dexter = 'dexter README'

/** Calibration and scores. */
export const calibrationRows: ConformanceRow[] = [
  row('LSAT6 2PL, log-likelihood', () => [twoParameter().logLikelihood], '-2466.653377', 1e-4, mirtLtm),
  row(
    '… slopes',
    () => twoParameter().items.map((item) => item.slope),
    '.82566 .72274 .89087 .68837 .65686',
    1e-4,
    mirtLtm,
  ),
  row(
    '… intercepts',
    () => firstIntercepts(twoParameter()),
    '2.77323 .99020 .24915 1.28476 2.05327',
    1e-4,
    mirtLtm,
  ),
  row(
    '… standard errors of slopes',
    () => twoParameter().items.map((item) => item.errors.slope),
    '.2581 .1867 .2326 .1852 .2100',
    5e-4,
    'ltm, published',
  ),
  row(
    '… standard errors of difficulties',
    () => twoParameter().items.map((item) => item.errors.thresholds[0] ?? 0),
    '.8669 .3073 .0997 .4341 .8700',
    2e-3,
    'ltm, published',
  ),
  row(
    '… errors of slopes by dense quadrature',
    () => twoParameter().items.map((item) => item.errors.slope),
    '.258115 .186680 .232764 .185143 .209909',
    2e-6,
    base,
  ),
  row(
    '… errors of intercepts by dense quadrature',
    () => twoParameter().items.map((item) => item.errors.intercepts[0] ?? 0),
    '.205744 .090019 .076273 .099038 .135359',
    2e-6,
    base,
  ),
  row(
    '… AIC, BIC',
    () => [twoParameter().aic, twoParameter().bic],
    '4953.307 5002.384',
    1e-3,
    'ltm, published',
  ),
  row(
    'LSAT6 Rasch, log-likelihood, variance',
    () => [rasch().logLikelihood, varianceOf(rasch())],
    '-2466.937600 .570237',
    1e-4,
    mirt,
  ),
  row('… intercepts', () => firstIntercepts(rasch()), '2.73002 .99861 .23985 1.30645 2.09941', 1e-4, mirt),
  row(
    '… WLE of scores 0 to 5',
    () => raschTable().map((each) => each.wle),
    '-4.26513 -2.81242 -1.88634 -1.05292 -.13919 1.30136',
    1e-4,
    mirt,
  ),
  row(
    '… their standard errors',
    () => raschTable().map((each) => each.wleError),
    '1.52479 1.02478 .92178 .91755 1.01779 1.52199',
    1e-4,
    mirt,
  ),
  row(
    'LSAT6 and LSAT7, α',
    () => [known.lsat6, known.lsat7].map((data) => alphaReliability(data).reliability),
    '.29499719 .453',
    5e-4,
    'R',
  ),
  row(
    'Verbal aggression 0/1 Rasch: log-likelihood, variance',
    () => [aggressionRasch().logLikelihood, varianceOf(aggressionRasch())],
    '-4036.904873 1.918875',
    1e-4,
    mirt,
  ),
  row(
    '… intercepts S1WantCurse, S3DoShout',
    () => [interceptOf(aggressionRasch(), 0), interceptOf(aggressionRasch(), 17)],
    '1.22058 -2.97561',
    1e-4,
    mirt,
  ),
  row(
    '… 2PL: log-likelihood, two items',
    () => [
      aggressionTwo().logLikelihood,
      ...[0, 1].flatMap((at) => [slopeOf(aggressionTwo(), at), interceptOf(aggressionTwo(), at)]),
    ],
    '-4016.427218 1.37251 1.21623 1.72007 1.35202',
    1e-4,
    mirt,
  ),
  row(
    '… two booklets, Rasch: log-likelihood, variance',
    () => [linked().logLikelihood, varianceOf(linked())],
    '-2427.232660 1.946604',
    1e-4,
    'R mirt 1.45, TAM 4.3',
  ),
  row(
    '… intercepts of items 1, 12, 24',
    () => [0, 11, 23].map((at) => interceptOf(linked(), at)),
    '1.17321 -1.49491 -1.93517',
    1e-4,
    'R mirt 1.45, TAM 4.3',
  ),
  row(
    '… women and men, Rasch: log-likelihood, sd of women, mean and sd of men',
    () => [sexes().logLikelihood, ...spreads(sexes()).slice(1)],
    '-4035.15566 1.41662 .30491 1.25282',
    1e-5,
    base,
  ),
  row('… their errors', () => spreadErrors(sexes()).slice(1), '.08169 .18593 .13182', 1e-5, base),
  row(
    '… sampling weights, Rasch: sd, S1WantCurse',
    () => [sampled().groups[0]?.sd ?? 0, interceptOf(sampled(), 0)],
    '1.37189 1.30595',
    1e-5,
    base,
  ),
  row(
    '… their robust errors',
    () => [sampled().groups[0]?.errors.sd ?? 0, sampled().items[0]?.errors.intercepts[0] ?? 0],
    '.084458 .177846',
    2e-6,
    base,
  ),
  row(
    'Verbal aggression 0/1/2 PCM: log-likelihood, variance',
    () => [partialCredit().logLikelihood, varianceOf(partialCredit())],
    '-6319.733354 .934051',
    1e-4,
    mirt,
  ),
  row(
    '… thresholds of two items',
    () => [0, 1].flatMap((at) => thresholds(partialCredit().items, at)),
    '-.42110 -.08489 -.52886 .17708',
    1e-4,
    mirt,
  ),
  row(
    '… GPCM: log-likelihood, S1WantCurse',
    () => [generalised().logLikelihood, slopeOf(generalised(), 0), ...thresholds(generalised().items, 0)],
    '-6298.496410 .78252 -.40280 -.18453',
    1e-4,
    mirt,
  ),
  row(
    '… GPCM: S1DoCurse',
    () => [slopeOf(generalised(), 1), ...thresholds(generalised().items, 1)],
    '1.18368 -.54327 .22779',
    1e-4,
    mirt,
  ),
  row(
    '… graded response: log-likelihood, S1WantCurse',
    () => [graded().logLikelihood, slopeOf(graded(), 0), ...thresholds(graded().items, 0)],
    '-6285.817462 1.20080 -.94772 .37933',
    1e-4,
    mirt,
  ),
  row('Rasch by CML: log-likelihood', () => [conditional().logLikelihood], '-3049.922639', 1e-4, erm),
  row(
    '… S1WantCurse, S3DoShout',
    () => [0, 17].flatMap((at) => conditional().items[at]?.thresholds ?? []),
    '-1.38338 2.87093',
    1e-4,
    erm,
  ),
  row('… Andersen: statistic, df, p', andersen, '49.13195 23 .0011959', 1e-4, erm),
  row(
    'PCM by CML: S1DoCurse, S1DoScold, S1DoShout',
    () => [1, 3, 5].flatMap((at) => conditionalPartial().items[at]?.thresholds ?? []),
    '-1.3422140 -.6375015 -.6702036 -.2589855 .3254326 .3687574',
    1e-6,
    dexter,
  ),
  row(
    '… their standard errors',
    () => [1, 3, 5].flatMap((at) => conditionalPartial().items[at]?.errors.thresholds ?? []),
    '.154 .142 .143 .158 .148 .210',
    5e-4,
    dexter,
  ),
  row('… α', () => [alphaReliability(known.aggression).reliability], '.8876', 5e-5, dexter),
]

function withoutAnswers(data: Responses, lacks: (person: number, item: number) => boolean): Responses {
  const values = data.values.map((value, at) =>
    lacks(Math.floor(at / data.items), at % data.items) ? MISSING : value,
  )
  return { ...data, values }
}

function withGroups(data: Responses, isOther: readonly boolean[]): Responses {
  return { ...data, groups: Uint16Array.from(isOther, Number), groupCount: 2 }
}

/** Persons standing for 1, 2 or 3 others in turn. */
function withWeights(data: Responses): Responses {
  return { ...data, weights: Float64Array.from({ length: data.persons }, (_, person) => 1 + (person % 3)) }
}

function spreads({ groups }: Calibration): number[] {
  return groups.flatMap(({ mean, sd }) => [mean, sd])
}

function spreadErrors({ groups }: Calibration): number[] {
  return groups.flatMap(({ errors }) => [errors.mean, errors.sd])
}

function firstIntercepts(fit: Calibration): number[] {
  return fit.items.map((item) => item.intercepts[0] ?? 0)
}

function interceptOf(fit: Calibration, item: number): number {
  return fit.items[item]?.intercepts[0] ?? 0
}

function slopeOf(fit: Calibration, item: number): number {
  return fit.items[item]?.slope ?? 0
}

function varianceOf(fit: Calibration): number {
  return fit.groups[0]?.variance ?? 0
}

function thresholds(items: readonly CalibratedItem[], item: number): readonly number[] {
  return items[item]?.thresholds ?? []
}

function raschTable() {
  const { items, groups } = rasch()
  return scoreTable(items, groups[0] ?? { mean: 0, sd: 1 })
}

function andersen(): number[] {
  const { statistic, df, p } = andersenTest(yesNo, splitAtMeanScore(yesNo))
  return [statistic, df, p]
}

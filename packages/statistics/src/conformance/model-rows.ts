import { type ConformanceRow, row } from '../../../../tests/support/conformance.ts'
import attitude from '../../fixtures/attitude.json' with { type: 'json' }
import engel from '../../fixtures/engel.json' with { type: 'json' }
import exam from '../../fixtures/exam.json' with { type: 'json' }
import fewGroups from '../../fixtures/few-groups.json' with { type: 'json' }
import { matrixFromRows } from '../linear-algebra/matrix.ts'
import { comparisonIntervals } from '../multilevel/comparison-intervals.ts'
import { fitMultilevel, type MultilevelModel } from '../multilevel/multilevel-model.ts'
import type { MultilevelPrior } from '../multilevel/options.ts'
import { bSplineBasis } from '../regression/b-splines.ts'
import { quantileRegression } from '../regression/quantile-regression.ts'
import { sampleQuantile } from '../regression/sample-quantile.ts'
import { answersFromRows } from '../scales/answers.ts'
import { cronbachAlpha } from '../scales/cronbach-alpha.ts'
import { mcdonaldOmega } from '../scales/mcdonald-omega.ts'

const lme4 = 'R `lme4` 1.1, `mlmRev::Exam`'
const quantreg = 'R `quantreg` 5.94, `engel`'
const growth = 'R `quantreg` and `splines`, `mlmRev::Exam`'

/** Known answers of regressions, multilevel models and scales. */
export const modelRows: ConformanceRow[] = [
  row('quantile .25 of food on income', () => budget(0.25), '95.48353963 0.47410320819', quantreg),
  row('quantile .5', () => budget(0.5), '81.48224742 0.56018055121', quantreg),
  row('quantile .75', () => budget(0.75), '62.39658553 0.64401413937', quantreg),
  row(
    'knots at .2 .4 .6 .8 of prior scores',
    () => knots(),
    '-0.786 -0.207 0.288 0.784',
    'R `quantile`, `mlmRev::Exam`',
  ),
  row(
    'quantile .495 of splines, 1st to 4th',
    () => spline().slice(0, 4),
    '-1.396534 -0.246021 0.471447 1.223530',
    growth,
  ),
  row('5th to 8th', () => spline().slice(4), '1.596556 2.254653 3.465175 3.036892', growth),
  row(
    'schools, empty model, ML: variances, −2ll',
    () => variances(empty()),
    '0.168639 0.847761 11010.6489',
    `${lme4}; MLwiN .169 .848`,
  ),
  row(
    'with prior score, ML: coefficients, SE',
    () => slopes(prior('ml')),
    '0.002391 0.563371 0.040023 0.012465',
    lme4,
  ),
  row(
    'with prior score, ML: variances, −2ll',
    () => variances(prior('ml')),
    '0.092129 0.565731 9357.2432',
    lme4,
  ),
  row('with prior score, REML: −2ll', () => [prior('reml').deviance], '9368.7653', lme4),
  row(
    'school 59, school 53, comparative SE',
    () => [...school('59'), ...school('53')],
    '-0.65837 0.10318 0.72331 0.08620',
    lme4,
  ),
  row(
    'random slope, ML: covariance, −2ll',
    () => slopeCovariance(),
    '0.090447 0.018041 0.014536 9316.8710',
    lme4,
  ),
  row(
    'factor for comparing: errors 1 1; 1 2 4',
    () =>
      [
        [1, 1],
        [1, 2, 4],
      ].map(comparisonFactor),
    '1.38590382435 1.51581827104',
    'Goldstein & Healy 1995, printed 1.39; R `uniroot`',
  ),
  row(
    'six batches, REML: variances, −2ll',
    () => batches('none'),
    '1764.05 2451.25 319.6543',
    'R `lme4` 1.1, `Dyestuff`',
  ),
  row(
    'with the weak prior',
    () => batches('weak'),
    '2477.04 2431.36 319.8261',
    'penalised likelihood maximised in R',
  ),
  row(
    'Cronbach α of 7 ratings',
    () => [cronbachAlpha(ratings()).alpha],
    '0.84314277',
    'R `psych` 2.2, `attitude`',
  ),
  row(
    'its interval',
    () => bounds(cronbachAlpha(ratings()).interval),
    '0.739375685643 0.915773072160',
    'R `psych::alpha.ci`',
  ),
  row('McDonald ω', () => [mcdonaldOmega(ratings()).omega], '0.85632679', 'R `factanal`, `attitude`'),
]

function budget(tau: number): number[] {
  return [
    ...quantileRegression(matrixFromRows(engel.income.map((income) => [1, income])), engel.foodexp, tau)
      .coefficients,
  ]
}

function knots(): number[] {
  return [0.2, 0.4, 0.6, 0.8].map((share) => Math.round(1000 * sampleQuantile(exam.prior, share)) / 1000)
}

function spline(): number[] {
  const { columns, values } = bSplineBasis(exam.prior, { knots: knots(), boundaries: [-3.53, 3.611] })
  const design = matrixFromRows(
    exam.prior.map((_, i) => [1, ...values.subarray(i * columns, (i + 1) * columns)]),
  )
  return [...quantileRegression(design, exam.score, 0.495).coefficients]
}

function empty(): MultilevelModel {
  return fitMultilevel(
    { response: exam.score, fixed: matrixFromRows(exam.score.map(() => [1])), groups: exam.school },
    'ml',
  )
}

function prior(method: 'ml' | 'reml'): MultilevelModel {
  return fitMultilevel({ response: exam.score, fixed: priorColumns(), groups: exam.school }, method)
}

function priorColumns() {
  return matrixFromRows(exam.prior.map((score) => [1, score]))
}

function variances({ between, within, deviance }: MultilevelModel): number[] {
  return [between[0]!, within, deviance]
}

function comparisonFactor(errors: readonly number[]): number {
  return comparisonIntervals(errors.map((standardError) => ({ effect: 0, standardError }))).factor
}

function slopes({ coefficients, standardErrors }: MultilevelModel): number[] {
  return [...coefficients, ...standardErrors]
}

function school(name: string): number[] {
  const found = prior('ml').groups.find(({ group }) => group === name)
  return [found?.effects[0] ?? Number.NaN, found?.comparativeErrors[0] ?? Number.NaN]
}

function slopeCovariance(): number[] {
  const fixed = priorColumns()
  const { between, deviance } = fitMultilevel(
    { response: exam.score, fixed, random: fixed, groups: exam.school },
    'ml',
  )
  return [between[0]!, between[1]!, between[3]!, deviance]
}

function batches(prior: MultilevelPrior): number[] {
  const response = fewGroups.dyestuff
  const fixed = matrixFromRows(response.map(() => [1]))
  return variances(
    fitMultilevel({ response, fixed, groups: response.map((_, i) => Math.floor(i / 5)) }, 'reml', prior),
  )
}

function ratings() {
  return answersFromRows(attitude.answers)
}

function bounds({ low, high }: { low: number; high: number }): number[] {
  return [low, high]
}

import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import {
  domainExpectations,
  eapReliability,
  expectedAbilities,
  latentRegression,
  personFit,
  poolPlausibleValues,
  type ResidualFit,
  residualCorrelations,
  residualFit,
  type ScoreFit,
  scoreFit,
  scoreTable,
  subscoreValue,
} from '../index.ts'
import {
  abilities,
  conditional,
  conditionalPartial,
  known,
  once,
  partialAbilities,
  row,
  yesNo,
} from './answers.ts'

const base = 'base R, reference/analysis.R'
const population = { mean: -0.2, sd: 1.4 }

const fit = once(() => residualFit(yesNo, conditional().items, abilities().abilities))
const partialFit = once(() =>
  residualFit(known.aggression, conditionalPartial().items, partialAbilities().abilities),
)
const expected = once(() => expectedAbilities(known.aggression, conditionalPartial().items, [population]))

/** Looking at items, persons and skills; items of verbal aggression by conditional likelihood. */
export const analysisRows: ConformanceRow[] = [
  row(
    'WLE of partial credit scores 0 1 24 47 48',
    () => [0, 1, 24, 47, 48].map((score) => partialTable()[score]?.wle ?? Number.NaN),
    '-4.482711 -3.384837 -.035979 3.531665 4.637908',
    2e-6,
    base,
  ),
  row(
    'EAP and posterior SD of two persons, N(−.2, 1.4²)',
    () => [0, 1].flatMap((person) => [expected().eap[person] ?? 0, expected().sd[person] ?? 0]),
    '-1.002102 .314512 -3.045047 .618398',
    2e-6,
    base,
  ),
  row('… EAP reliability', () => [eapReliability(expected()).reliability], '.891404', 2e-6, base),
  row(
    'Infit, outfit, their z: S1WantCurse',
    () => squares(fit().items[0]),
    '.956439 .998368 -.613288 .061509',
    5e-6,
    base,
  ),
  row('… S3DoShout', () => squares(fit().items[17]), '.965756 2.498677 -.169552 2.561796', 5e-6, base),
  row('… person 5', () => squares(fit().persons[4]), '.688627 .591942 -1.896609 -1.402765', 5e-6, base),
  row(
    '… partial credit: S1DoCurse',
    () => squares(partialFit().items[1]),
    '.906115 .843305 -1.487512 -1.566188',
    5e-6,
    base,
  ),
  row(
    '… partial credit: person 5',
    () => squares(partialFit().persons[4]),
    '.368640 .344824 -2.743597 -1.876884',
    5e-6,
    base,
  ),
  row('S-X², df, p: S1WantCurse', () => scoreFitOf(0), '12.376712 15 .650320', 5e-5, base),
  row('… S2WantShout', () => scoreFitOf(10), '7.698373 17 .972578', 5e-5, base),
  row(
    '… partial credit: S1DoCurse',
    () => numbers(scoreFit(known.aggression, conditionalPartial().items, population)[1]),
    '36.853686 34 .338253',
    5e-5,
    base,
  ),
  row('Q3 of three pairs, mean of all', q3, '-.088933 .036642 .247137 -.042639', 2e-6, base),
  row(
    'Person fit lz of persons 1 2 5',
    () => pick(personFit(yesNo, conditional().items, abilities().abilities), [0, 1, 4]),
    '-2.563277 .015355 1.676023',
    5e-6,
    base,
  ),
  row(
    '… partial credit',
    () =>
      pick(personFit(known.aggression, conditionalPartial().items, partialAbilities().abilities), [0, 1, 4]),
    '-2.403751 .249964 1.265219',
    5e-6,
    base,
  ),
  row(
    'PRMSE of wanting: subscore, total, both',
    () => prmse(isWanting),
    '.812951 .804011 .844966',
    1e-6,
    base,
  ),
  row('… of shouting', () => prmse((item) => item % 6 >= 4), '.807453 .541203 .820819', 1e-6, base),
  row(
    'Points on wanting and variance at totals 6 12 20',
    () =>
      [6, 12, 20].flatMap((total) => {
        const found = domainExpectations(conditional().items, itemsThat(isWanting))[total]
        return found ? [found.expected, found.variance] : []
      }),
    '3.569947 .980004 6.837082 1.209695 10.661090 .677705',
    5e-6,
    base,
  ),
  row(
    'Latent regression on being a man: coefficients, sd, log-likelihood',
    latentRegressionOnSex,
    '-.23795 .30828 1.38007 -4035.73237',
    2e-5,
    base,
  ),
  row("Rubin's rules: estimate, error, df", pooled, '.526000 .116430 73.798770', 1e-6, base),
]

function partialTable() {
  return scoreTable(conditionalPartial().items, population)
}

function squares(found: ResidualFit | undefined): number[] {
  return found ? [found.infit, found.outfit, found.infitZ, found.outfitZ] : []
}

function scoreFitOf(item: number): number[] {
  return numbers(scoreFit(yesNo, conditional().items, population)[item])
}

function numbers(found: ScoreFit | undefined): number[] {
  return found ? [found.statistic, found.df, found.p] : []
}

function q3(): number[] {
  const pairs = residualCorrelations(yesNo, conditional().items, abilities().abilities)
  const three = ['0,1', '12,13', '10,11'].map(
    (wanted) => pairs.find(({ items }) => items.join() === wanted)?.q3 ?? Number.NaN,
  )
  return [...three, pairs.reduce((sum, pair) => sum + pair.q3, 0) / pairs.length]
}

function pick(values: Float64Array, places: readonly number[]): number[] {
  return places.map((at) => values[at] ?? Number.NaN)
}

/** Items are about wanting and doing in turn; the last two of every six are about shouting. */
function isWanting(item: number): boolean {
  return item % 2 === 0
}

function itemsThat(fits: (item: number) => boolean): number[] {
  return Array.from({ length: 24 }, (_, item) => item).filter(fits)
}

function prmse(belongs: (item: number) => boolean): number[] {
  const { fromSubscore, fromTotal, fromBoth } = subscoreValue(known.aggression, itemsThat(belongs))
  return [fromSubscore, fromTotal, fromBoth]
}

function latentRegressionOnSex(): number[] {
  const found = latentRegression({
    data: yesNo,
    items: conditional().items,
    covariates: [known.isMan.map(Number)],
    tolerance: 1e-9,
  })
  return [...found.coefficients, found.residualSd, found.logLikelihood]
}

function pooled(): number[] {
  const { estimate, error, df } = poolPlausibleValues(
    [0.52, 0.47, 0.55, 0.49, 0.6],
    [0.01, 0.012, 0.011, 0.009, 0.01],
  )
  return [estimate, error, df]
}

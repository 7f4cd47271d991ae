import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import growth from '../../fixtures/exam-growth.json' with { type: 'json' }
import { pointPercentiles } from '../growth/growth-percentiles.ts'
import {
  dichotomousItem,
  fitGrowthNorm,
  type Item,
  itemFromThresholds,
  type LinkMethod,
  linkScales,
  linkWithError,
  logisticDif,
  mantelHaenszelDif,
} from '../index.ts'
import { known, norm, once, row, yesNo } from './answers.ts'

const { exam, isMan } = known
const difference = once(() => mantelHaenszelDif(yesNo, isMan, { fewest: 50 }))
const secondLook = once(() => logisticDif(yesNo, isMan, 50))

const formOne = itemsOf([0.8, 1, 1.2, 0.9, 1.5, 1.1, 0.7, 1.3], [-1.5, -1, -0.5, 0, 0.3, 0.8, 1.2, 1.8])
const formTwo = itemsOf(
  [0.72, 0.95, 1.05, 0.8, 1.42, 0.9, 0.66, 1.2],
  [-1.3, -0.9, -0.3, 0.3, 0.6, 1.1, 1.7, 2.2],
)

const schoolMeans = meansOfGroups(exam.prior, exam.school)
const twoYears = once(() => fitGrowthNorm([exam.prior, schoolMeans], exam.score))

const difR = 'R difR 5.1'
const equateIRT = 'R equateIRT 2.5'
const quantreg = 'R quantreg 5.94 by the recipe of SGP'
const glm = 'R glm, reference/analysis.R'
const base = 'base R, reference/analysis.R'

/** Years, groups and growth. */
export const comparisonRows: ConformanceRow[] = [
  ...(['mean-mean', 'mean-sigma', 'haebara', 'stocking-lord'] as const).map((method, at) =>
    row(
      `Link by ${method}: slope, shift`,
      () => link(method),
      ['1.103896 .273214', '1.096721 .274201', '1.104192 .261039', '1.106214 .266039'][at] ?? '',
      1e-5,
      equateIRT,
    ),
  ),
  row(
    'Link of generalised partial credit items: haebara, stocking-lord',
    () => [...linkOfSteps('haebara', 'partialCredit'), ...linkOfSteps('stocking-lord', 'partialCredit')],
    '1.097874 .188249 1.093905 .179590',
    1e-6,
    base,
  ),
  row(
    'Link of graded items: haebara, stocking-lord',
    () => [...linkOfSteps('haebara', 'graded'), ...linkOfSteps('stocking-lord', 'graded')],
    '1.093660 .209249 1.088878 .189901',
    1e-6,
    base,
  ),
  row('Linking error by mean-sigma: slope, shift', linkingErrors, '.034340 .029415', 1e-6, base),
  row('DIF S2WantShout: χ², odds ratio, Δ', () => difOf(10), '9.603209 2.8804 -2.4861', 5e-5, difR),
  row('DIF S2DoCurse', () => difOf(7), '6.302918 .3209 2.6709', 5e-5, difR),
  row(
    'DIF errors of Δ: S2WantShout, S2DoCurse, S3DoShout',
    () => [10, 7, 17].map((item) => difference().items[item]?.deltaError ?? Number.NaN),
    '.7924 1.0036 1.2652',
    5e-5,
    'R mantelhaen.test, reference/analysis.R',
  ),
  row(
    'DIF S3WantCurse, S3DoShout: χ²',
    () => [12, 17].map((item) => difference().items[item]?.chiSquare ?? Number.NaN),
    '.001316 .298867',
    1e-6,
    'R mantelhaen.test, reference/analysis.R',
  ),
  row('DIF S1WantCurse', () => difOf(0), '1.7076 1.7005 -1.2476', 5e-5, difR),
  row(
    'DIF S2WantShout by logistic regression: uniform χ², effect, non-uniform, both, R²',
    () => logisticOf(10),
    '11.303110 -1.090154 .107984 11.411094 .034273',
    5e-6,
    glm,
  ),
  row('… S2DoCurse', () => logisticOf(7), '7.637181 .983677 .056301 7.693481 .024260', 5e-6, glm),
  row(
    'Growth: coefficients of τ = .495',
    () => [...(norm().coefficients[49] ?? [])],
    '-1.396534 -.246021 .471447 1.223530 1.596556 2.254653 3.465175 3.036892',
    1e-5,
    quantreg,
  ),
  row(
    '… first five percentiles',
    () => [...pointPercentiles(norm(), exam.prior, exam.score).slice(0, 5)],
    '44 50 12 85 67',
    0,
    quantreg,
  ),
  row(
    '… % of pupils with the percentile of R, ties settled',
    () => [sharedPercentiles()],
    '100.00',
    0,
    quantreg,
  ),
  row('… % of pupils whose quantiles cross', () => [100 * norm().crossing], '42.966', 5e-4, quantreg),
  row(
    'Growth from two scores, the second the school’s mean: its coefficients of τ = .495',
    () => [...(twoYears().coefficients[49]?.slice(8) ?? [])],
    '-.289401 -.143895 -.142665 .243544 -.434814 .987422 -.184885',
    2e-5,
    quantreg,
  ),
  row(
    '… first five percentiles',
    () => [...pointPercentiles(twoYears(), [exam.prior, schoolMeans], exam.score).slice(0, 5)],
    '41 47 10 82 63',
    0,
    quantreg,
  ),
]

function difOf(item: number): number[] {
  const found = difference().items[item]
  return found ? [found.chiSquare, found.oddsRatio, found.delta] : []
}

function sharedPercentiles(): number {
  const ours = pointPercentiles(norm(), exam.prior, exam.score)
  return (100 * ours.filter((percentile, pupil) => percentile === growth.settled[pupil]).length) / ours.length
}

function link(method: LinkMethod): number[] {
  const { slope, shift } = linkScales(formOne, formTwo, { method })
  return [slope, shift]
}

function meansOfGroups(values: readonly number[], groups: readonly number[]): number[] {
  const sums = new Map<number, { sum: number; count: number }>()
  for (const [at, value] of values.entries()) {
    const { sum, count } = sums.get(groups[at]!) ?? { sum: 0, count: 0 }
    sums.set(groups[at]!, { sum: sum + value, count: count + 1 })
  }
  return groups.map((group) => sums.get(group)!.sum / sums.get(group)!.count)
}

function linkOfSteps(method: LinkMethod, kind: Item['kind']): number[] {
  const itemsOfKind = (thresholds: readonly number[][], slopes: readonly number[]) =>
    thresholds.map((own, at) => itemFromThresholds(own, slopes[at], kind))
  const from = itemsOfKind([[-1, 0, 0.4], [0.2], [-0.5, 0.6], [0.8], [1, 1.4]], [0.8, 1.2, 1, 1.4, 0.9])
  const to = itemsOfKind(
    [[-0.8, 0.1, 0.7], [0.5], [-0.4, 0.8], [1.1], [1.1, 1.9]],
    [0.75, 1.1, 0.95, 1.2, 0.8],
  )
  const { slope, shift } = linkScales(from, to, { method })
  return [slope, shift]
}

function linkingErrors(): number[] {
  const { errors } = linkWithError(formOne, formTwo, { method: 'mean-sigma' })
  return [errors.slope, errors.shift]
}

function logisticOf(item: number): number[] {
  const found = secondLook().items[item]
  if (!found) return []
  const { uniform, nonUniform, both, addedR2 } = found
  return [uniform.statistic, uniform.effect, nonUniform.statistic, both.statistic, addedR2]
}

function itemsOf(slopes: readonly number[], difficulties: readonly number[]) {
  return difficulties.map((difficulty, at) => dichotomousItem(difficulty, slopes[at]))
}

import { type ConformanceRow, row } from '../../../../tests/support/conformance.ts'
import { benjaminiHochberg, holm } from '../comparisons/multiplicity.ts'
import { newcombeInterval, twoProportionsTest } from '../comparisons/two-proportions.ts'
import { hypergeometricCdf, hypergeometricPmf } from '../distributions/hypergeometric.ts'
import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { intervalCoverage } from '../proportions/coverage.ts'
import { hypergeometricInterval } from '../proportions/hypergeometric-interval.ts'
import { wilsonFinite, wilsonInterval } from '../proportions/wilson.ts'
import { feasiblePopulations } from '../reported-numbers/feasible-populations.ts'
import { weightedMean } from '../surveys/means.ts'

const newcombe1998Single = 'R `prop.test`; example of Newcombe 1998, Stat. Med. 17:857'
const newcombe1998Difference =
  'R `prop.test` bounds in method 10; example of Newcombe 1998, Stat. Med. 17:873'
const benjaminiHochberg1995 = 'R `p.adjust`; example of Benjamini & Hochberg 1995'
const exactSum = 'exact sum over all populations; R `dhyper`'

/** The 15 p-values that Benjamini & Hochberg (1995) work through. */
const pValues = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

/** Known answers on shares, their comparison, and numbers as reported. */
export const proportionRows: ConformanceRow[] = [
  row('Wilson 81 of 263', () => bounds(wilsonInterval(81, 263)), '0.255289 0.366210', newcombe1998Single),
  row('Wilson 15 of 148', () => bounds(wilsonInterval(15, 148)), '0.062386 0.160487', newcombe1998Single),
  row('Wilson 0 of 20', () => bounds(wilsonInterval(0, 20)), '0.000000 0.161125', newcombe1998Single),
  row('Wilson 1 of 29', () => bounds(wilsonInterval(1, 29)), '0.006113 0.171755', newcombe1998Single),
  row('Wilson 10 of 10', () => bounds(wilsonInterval(10, 10)), '0.722467 1.000000', 'R `prop.test`'),
  row(
    'Wilson finite, 60 % of 600 from 1000',
    () => bounds(wilsonFinite(0.6, 600, 1000)),
    '0.574970508022 0.624518095744',
    'formula in R',
  ),
  row('coverage of Wilson, 15 of 25: mean, least', () => wilsonCoverage(15, 25), '0.999 0.996', exactSum),
  row('coverage of Wilson, 24 of 25', () => wilsonCoverage(24, 25), '1.000 1.000', exactSum),
  row('coverage of Wilson, 36 of 60', () => wilsonCoverage(36, 60), '0.999 0.997', exactSum),
  row('coverage of Wilson, 600 of 1000', () => wilsonCoverage(600, 1000), '0.998 0.997', exactSum),
  row('coverage of Wilson finite, 15 of 25', () => finiteCoverage(15, 25), '0.962 0.879', exactSum),
  row('coverage of Wilson finite, 24 of 25', () => finiteCoverage(24, 25), '0.954 0.800', exactSum),
  row('coverage of Wilson finite, 36 of 60', () => finiteCoverage(36, 60), '0.957 0.927', exactSum),
  row('coverage of Wilson finite, 600 of 1000', () => finiteCoverage(600, 1000), '0.950 0.913', exactSum),
  row('coverage of exact, 15 of 25', () => exactCoverage(15, 25), '0.987 0.966', exactSum),
  row('coverage of exact, 24 of 25', () => exactCoverage(24, 25), '1.000 1.000', exactSum),
  row('coverage of exact, 36 of 60', () => exactCoverage(36, 60), '0.978 0.960', exactSum),
  row('coverage of exact, 600 of 1000', () => exactCoverage(600, 1000), '0.960 0.950', exactSum),
  row(
    'exact interval, 153 of 216 from 500',
    () => bounds(hypergeometricInterval(153, 216, 500)),
    '0.660 0.754',
    'R `phyper`: 330 and 377 of 500',
  ),
  row(
    'P(X = 360), 600 of 1000 marked, 600 drawn',
    () => [hypergeometricPmf(360, 600, 600, 1000)],
    '0.0525213532149',
    'R `dhyper`',
  ),
  row(
    'P(X ≤ 14500), 30000 of 100000 marked, 50000 drawn',
    () => [hypergeometricCdf(14500, 30000, 50000, 100000)],
    '2.7079427963e-12',
    'R `phyper`',
  ),
  row('normal P(Z ≤ −8)', () => [normalCdf(-8)], '6.2209605742718e-16', 'R `pnorm`'),
  row('normal P(Z ≤ −37)', () => [normalCdf(-37)], '5.725571222525e-300', 'R `pnorm`'),
  row('normal quantile 0.975', () => [normalQuantile(0.975)], '1.95996398454', 'R `qnorm`'),
  row('normal quantile 1e-20', () => [normalQuantile(1e-20)], '-9.2623400897984', 'R `qnorm`'),
  row(
    'Newcombe 56 of 70 less 48 of 80',
    () => bounds(newcombeInterval(group(56, 70), group(48, 80))),
    '0.0524 0.3339',
    newcombe1998Difference,
  ),
  row(
    'Newcombe 9 of 10 less 3 of 10',
    () => bounds(newcombeInterval(group(9, 10), group(3, 10))),
    '0.1705 0.8090',
    newcombe1998Difference,
  ),
  row(
    'Newcombe 5 of 56 less 0 of 29',
    () => bounds(newcombeInterval(group(5, 56), group(0, 29))),
    '-0.0381 0.1926',
    newcombe1998Difference,
  ),
  row(
    'score test 56 of 70, 48 of 80: z, p',
    () => scoreTest(twoProportionsTest(group(56, 70), group(48, 80))),
    '2.6501719512585 0.0080450813682',
    'R `prop.test`',
  ),
  row(
    'Benjamini–Hochberg, 1st to 5th of 15',
    () => benjaminiHochberg(pValues).slice(0, 5),
    '0.0015 0.003 0.0095 0.035625 0.0603',
    benjaminiHochberg1995,
  ),
  row(
    'Benjamini–Hochberg, 6th to 10th of 15',
    () => benjaminiHochberg(pValues).slice(5, 10),
    '0.0638571 0.0638571 0.0645 0.0765 0.486',
    benjaminiHochberg1995,
  ),
  row(
    'Holm, first 4 of 15',
    () => holm(pValues).slice(0, 4),
    '0.0015 0.0056 0.0247 0.1140',
    benjaminiHochberg1995,
  ),
  row(
    'weighted mean 71.4 88 52.5 by 216 29 97',
    () => [weightedMean([71.4, 88, 52.5], [216, 29, 97])],
    '67.4470760234',
    'R `weighted.mean`',
  ),
  row('population of 29 answers, 97 %', () => populations(29, 0.97), '30 30', 'by hand: 29/30 = 96.7 %'),
  row(
    'population of 216 answers, 43 %',
    () => populations(216, 0.43),
    '497 508',
    'by hand: 216/0.435, 216/0.425',
  ),
]

function bounds({ low, high }: Interval): number[] {
  return [low, high]
}

function group(successes: number, sample: number) {
  return { share: successes / sample, successes, sample }
}

function scoreTest({ z, p }: { z: number; p: number }): number[] {
  return [z, p]
}

function populations(sample: number, responseShare: number): number[] {
  const found = feasiblePopulations(sample, responseShare, 0)
  return found ? [found.low, found.high] : []
}

function wilsonCoverage(sample: number, population: number): number[] {
  const { mean, least } = intervalCoverage((k) => wilsonInterval(k, sample), sample, population)
  return [mean, least]
}

function finiteCoverage(sample: number, population: number): number[] {
  const { mean, least } = intervalCoverage(
    (k) => wilsonFinite(k / sample, sample, population),
    sample,
    population,
  )
  return [mean, least]
}

function exactCoverage(sample: number, population: number): number[] {
  const { mean, least } = intervalCoverage(
    (k) => hypergeometricInterval(k, sample, population),
    sample,
    population,
  )
  return [mean, least]
}

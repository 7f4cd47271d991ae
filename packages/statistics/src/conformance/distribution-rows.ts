import { type ConformanceRow, row } from '../../../../tests/support/conformance.ts'
import { betaCdf, betaQuantile } from '../distributions/beta.ts'
import { binomialCdf } from '../distributions/binomial.ts'
import { chiSquareCdf, chiSquareQuantile } from '../distributions/chi-square.ts'
import { fCdf, fPdf, fQuantile } from '../distributions/fisher-f.ts'
import { tCdf, tPdf, tQuantile } from '../distributions/student-t.ts'

/** A few of the 2,700 values of fixtures/distributions.json. */
export const distributionRows: ConformanceRow[] = [
  row(
    't, 3.7 df: P(T ≤ −12), density at 1.96',
    () => [tCdf(-12, 3.7), tPdf(1.96, 3.7)],
    '0.000213393699691 0.0700054301032',
    'R `pt`, `dt`',
  ),
  row(
    't, 10 df: quantiles .975, 1e-100',
    () => [tQuantile(0.975, 10), tQuantile(1e-100, 10)],
    '2.22813885199 -25645257189.5',
    'R `qt`',
  ),
  row(
    't, 0.01 df: P(T ≤ −1e200); F at 1e-200: density',
    () => [tCdf(-1e200, 0.01), fPdf(1e-200, 4.5, 12)],
    '0.00485263285756 6.77986806724e-250',
    'mpmath, 40 digits',
  ),
  row(
    'χ²: P(X > 300), 10 df; P(X > 1300), 1200 df',
    () => [chiSquareCdf(300, 10, 'upper'), chiSquareCdf(1300, 1200, 'upper')],
    '1.55467475438e-58 0.0227143547005',
    'R `pchisq`',
  ),
  row(
    'χ², 58 df: quantiles .025, 1e-300 above',
    () => [chiSquareQuantile(0.025, 58), chiSquareQuantile(1e-300, 58, 'upper')],
    '38.8435102751 1620.90706155',
    'R `qchisq`',
  ),
  row(
    'F, 4.5 and 12 df: P(F > 30), quantile .975',
    () => [fCdf(30, 4.5, 12, 'upper'), fQuantile(0.975, 4.5, 12)],
    '2.7753118257e-6 3.99532676933',
    'R `pf`, `qf`',
  ),
  row(
    'beta, 40 and 150: P(X ≤ .1), quantile 1e-20',
    () => [betaCdf(0.1, 40, 150), betaQuantile(1e-20, 40, 150)],
    '4.12974245878e-6 0.0333465875303',
    'R `pbeta`, `qbeta`',
  ),
  row(
    'binomial, 10,000 of chance .4: P(X ≤ 3500)',
    () => [binomialCdf(3500, 10000, 0.4)],
    '4.49749314256e-25',
    'R `pbinom`',
  ),
]

import { fCdf } from '../distributions/fisher-f.ts'
import { invert } from '../linear-algebra/invert.ts'
import { checkLength } from '../linear-algebra/matrix.ts'
import { degreesOfFreedom, type SurveyDesign } from '../surveys/design.ts'
import { encode, type Label } from '../surveys/labels.ts'
import { covarianceOfTotals } from '../surveys/variance.ts'

/** Whether two answers have to do with each other, allowing for how respondents were drawn. */
export type RaoScottTest = {
  /** Pearson's χ² of the weighted table brought to the number of respondents. */
  chiSquare: number
  /** χ² over the sum of its design effects. */
  f: number
  df1: number
  df2: number
  p: number
  /** Mean of the design effects by which χ² is too large; 1 for a simple random sample. */
  designEffect: number
}

/**
 * Rao–Scott test of independence, second-order corrected, referred to F.
 *
 * @param first answer of each respondent
 * @param second answer of each respondent
 * @throws RangeError when lengths differ, an answer is missing or does not vary, too many combinations have nobody, everyone
 * answered, or a stratum has a single unit drawn from more
 * @see Rao & Scott (1984), Annals of Statistics 12(1); agrees with R `survey::svychisq`
 */
export function raoScottTest(
  design: SurveyDesign,
  first: ArrayLike<Label>,
  second: ArrayLike<Label>,
): RaoScottTest {
  checkLength('raoScottTest', first, design.respondents, 'first answers')
  checkLength('raoScottTest', second, design.respondents, 'second answers')
  const rows = encode('raoScottTest', 'first answer', first)
  const columns = encode('raoScottTest', 'second answer', second)
  const r = rows.names.length
  const c = columns.names.length
  if (r < 2 || c < 2) throw new RangeError(`raoScottTest: ${r} × ${c} answers, nothing to compare`)
  const cells = rows.codes.map((row, i) => row * c + columns.codes[i]!)
  const shares = weightedShares(cells, design.weights, r * c)
  const chiSquare = design.respondents * pearson(shares, r, c)
  const effects = designEffects(design, cells, shares, r, c)
  const k = (r - 1) * (c - 1)
  const sum = trace(effects, k)
  if (sum <= 0) throw new RangeError('raoScottTest: everyone answered, so nothing is left to chance')
  const df1 = sum ** 2 / traceOfSquare(effects, k)
  const df2 = df1 * degreesOfFreedom(design)
  const f = chiSquare / sum
  return { chiSquare, f, df1, df2, p: fCdf(f, df1, df2, 'upper'), designEffect: sum / k }
}

function weightedShares(cells: Int32Array, weights: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  cells.forEach((cell, i) => {
    sums[cell]! += weights[i]!
  })
  const total = sums.reduce((sum, value) => sum + value, 0)
  return sums.map((value) => value / total)
}

/** χ² of a table of shares, for one respondent. */
function pearson(shares: Float64Array, r: number, c: number): number {
  const rows = new Float64Array(r)
  const columns = new Float64Array(c)
  shares.forEach((share, cell) => {
    rows[Math.floor(cell / c)]! += share
    columns[cell % c]! += share
  })
  return shares.reduce((sum, share, cell) => {
    const expected = rows[Math.floor(cell / c)]! * columns[cell % c]!
    return sum + (share - expected) ** 2 / expected
  }, 0)
}

/** The matrix of generalised design effects of the interactions, `(r−1)(c−1)` square. */
function designEffects(design: SurveyDesign, cells: Int32Array, shares: Float64Array, r: number, c: number) {
  const total = design.weights.reduce((sum, weight) => sum + weight, 0)
  const influences = Array.from(shares, (share, cell) =>
    Float64Array.from(cells, (own) => (Number(own === cell) - share) / total),
  )
  const covariance = covarianceOfTotals('raoScottTest', design, influences)
  const n = r * c
  // Each interaction divided by the cell's share; cells without anyone do not count.
  const contrasts = interactions(r, c)
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, cell) => (shares[cell] ? value / shares[cell] : 0)),
  )
  const k = contrasts.length
  const simple = new Float64Array(k * k)
  const actual = new Float64Array(k * k)
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      const [one, other] = [scaled[a]!, scaled[b]!]
      for (let i = 0; i < n; i++) {
        simple[a * k + b]! += (contrasts[a]![i]! * other[i]!) / design.respondents
        for (let j = 0; j < n; j++) {
          actual[a * k + b]! += one[i]! * covariance[i * n + j]! * other[j]!
        }
      }
    }
  }
  const inverse = invert(simple, k)
  if (!inverse) throw new RangeError('raoScottTest: too many combinations without anyone')
  return product(inverse, actual, k)
}

/** Contrasts of cells that are orthogonal to rows and columns. */
function interactions(r: number, c: number): number[][] {
  const centred = (size: number, at: number) =>
    Array.from({ length: size }, (_, i) => Number(i === at) - 1 / size)
  const contrasts: number[][] = []
  for (let i = 1; i < r; i++) {
    for (let j = 1; j < c; j++)
      contrasts.push(centred(r, i).flatMap((row) => centred(c, j).map((column) => row * column)))
  }
  return contrasts
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  return Float64Array.from({ length: k * k }, (_, at) => {
    let sum = 0
    for (let m = 0; m < k; m++) sum += a[Math.floor(at / k) * k + m]! * b[m * k + (at % k)]!
    return sum
  })
}

function trace(matrix: Float64Array, k: number): number {
  return matrix.reduce((sum, value, at) => (at % (k + 1) === 0 ? sum + value : sum), 0)
}

function traceOfSquare(matrix: Float64Array, k: number): number {
  return trace(product(matrix, matrix, k), k)
}

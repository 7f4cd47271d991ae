import { chiSquareCdf } from '../distributions/chi-square.ts'
import { checkTable, marginsOf } from './counts.ts'

/** Whether rows and columns of a table of counts have to do with each other. */
export type ChiSquareTest = {
  chiSquare: number
  df: number
  p: number
  /** Strength, 0 to 1, whatever the number of people. */
  cramersV: number
  /** The least count expected without association; below 5 p is rough, use `fisherExactTest` or `freemanHaltonTest`. */
  leastExpected: number
}

/**
 * Pearson's χ² test of independence. Rows and columns without anyone are left out.
 *
 * @param table counts, `rows × columns`, whole numbers
 * @param corrected Yates' continuity correction for 2 × 2, as R does unless told not to; false when left out
 * @throws RangeError when rows differ in length, a count is not whole or negative, or nothing is left to compare
 * @see agrees with R `chisq.test(correct = FALSE)`
 */
export function chiSquareTest(table: readonly (readonly number[])[], corrected = false): ChiSquareTest {
  const counts = checkTable('chiSquareTest', table)
  const { rows, columns, total } = marginsOf(counts)
  const cells = counts.flatMap((row, i) =>
    row.map((count, j) => ({ count, expected: (rows[i]! * columns[j]!) / total })),
  )
  const isSquare = cells.length === 4
  const gaps = cells.map(({ count, expected }) => Math.abs(count - expected))
  const correction = corrected && isSquare ? Math.min(0.5, ...gaps) : 0
  const chiSquare = cells.reduce((sum, { expected }, k) => sum + (gaps[k]! - correction) ** 2 / expected, 0)
  const df = (rows.length - 1) * (columns.length - 1)
  return {
    chiSquare,
    df,
    p: chiSquareCdf(chiSquare, df, 'upper'),
    cramersV: Math.sqrt(chiSquare / total / (Math.min(rows.length, columns.length) - 1)),
    leastExpected: Math.min(...cells.map(({ expected }) => expected)),
  }
}

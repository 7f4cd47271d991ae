import { checkCount } from '../argument-checks.ts'
import { chiSquareCdf } from '../distributions/chi-square.ts'

/** Whether rows and columns of a table of counts have to do with each other. */
export type ChiSquareTest = {
  chiSquare: number
  df: number
  p: number
  /** Strength, 0 to 1, whatever the number of people. */
  cramersV: number
  /** The least count expected without association; below 5 p is rough, use `fisherExactTest`. */
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
  const counts = withoutEmpty(table)
  const { rows, columns, total } = marginsOf(counts)
  if (rows.length < 2 || columns.length < 2) throw new RangeError('chiSquareTest: nothing to compare')
  const cells = counts.flatMap((row, i) =>
    row.map((count, j) => ({ count, expected: ((rows[i] as number) * (columns[j] as number)) / total })),
  )
  const isSquare = cells.length === 4
  const gaps = cells.map(({ count, expected }) => Math.abs(count - expected))
  const correction = corrected && isSquare ? Math.min(0.5, ...gaps) : 0
  const chiSquare = cells.reduce(
    (sum, { expected }, k) => sum + ((gaps[k] as number) - correction) ** 2 / expected,
    0,
  )
  const df = (rows.length - 1) * (columns.length - 1)
  return {
    chiSquare,
    df,
    p: chiSquareCdf(chiSquare, df, 'upper'),
    cramersV: Math.sqrt(chiSquare / total / (Math.min(rows.length, columns.length) - 1)),
    leastExpected: Math.min(...cells.map(({ expected }) => expected)),
  }
}

/** Sums over rows, over columns and over all. */
export function marginsOf(table: readonly (readonly number[])[]) {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + (row[j] as number), 0))
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) }
}

function withoutEmpty(table: readonly (readonly number[])[]): number[][] {
  table.forEach((row, i) => {
    if (row.length !== table[0]?.length) {
      throw new RangeError(`chiSquareTest: row ${i} has ${row.length} counts, not ${table[0]?.length}`)
    }
    for (const count of row) checkCount('chiSquareTest', 'count', count, 0)
  })
  const { rows, columns } = marginsOf(table)
  return table.filter((_, i) => rows[i] !== 0).map((row) => row.filter((_, j) => columns[j] !== 0))
}

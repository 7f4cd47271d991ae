import { checkCount } from '../argument-checks.ts'

/**
 * A table of counts without its empty rows and columns.
 *
 * @throws RangeError when rows differ in length, a count is not whole or negative, or nothing is left to compare
 */
export function checkTable(caller: string, table: readonly (readonly number[])[]): number[][] {
  table.forEach((row, i) => {
    if (row.length !== table[0]?.length) {
      throw new RangeError(`${caller}: row ${i} has ${row.length} counts, not ${table[0]?.length}`)
    }
    for (const count of row) checkCount(caller, 'count', count, 0)
  })
  const { rows, columns } = marginsOf(table)
  const left = table.filter((_, i) => rows[i] !== 0).map((row) => row.filter((_, j) => columns[j] !== 0))
  const width = left[0]?.length ?? 0
  if (left.length < 2 || width < 2)
    throw new RangeError(
      `${caller}: ${left.length} rows and ${width} columns with anyone, nothing to compare`,
    )
  return left
}

/** Sums over rows, over columns and over all. */
export function marginsOf(table: readonly (readonly number[])[]) {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) }
}

import type { ImportProblem } from './problems.ts'

/** Whatever ends, ends after it began; what is not stated contradicts nothing. */
export function checkLater<Column extends string>(
  file: string,
  rows: readonly ({ line: number } & Record<Column, string | null>)[],
  startColumn: Column,
  endColumn: Column,
): ImportProblem[] {
  return rows.flatMap((row) => {
    const other = row[startColumn]
    const found = row[endColumn]
    if (other === null || found === null || found > other) return []
    const place = { file, line: row.line, column: endColumn }
    return [{ ...place, reason: 'platform.import.notLater' as const, values: { found, other } }]
  })
}

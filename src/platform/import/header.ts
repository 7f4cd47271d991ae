import { isAboutColumn } from '../table-files/about-columns.ts'
import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

export type Header = {
  /** Column of each cell; undefined for cells without a heading, which must stay empty. */
  columns: ColumnName[]
}

/** Stands for a column that was computed and is passed over, whatever is in it. */
export const PASSED_OVER = null
export type ColumnName = string | undefined | typeof PASSED_OVER

type Problem = Omit<ImportProblem, 'file'>

/**
 * Tells which column each cell of a row is. Capitals, spaces and hyphens in headings do not matter, nor does
 * the order; a heading that repeats another, and one that nobody knows, are mistakes.
 */
export function readHeader(sheet: Sheet, cells: readonly string[], line: number): Header | Problem[] {
  const expected = Object.keys(sheet.columns)
  const columns = cells.map(plainHeading)
  const problems: Problem[] = []
  const known = columns.filter((column) => expected.includes(column))
  if (known.length === 0) {
    const values = { expected: expected.join(', '), found: shown(cells.join(', ')) }
    return [{ line, reason: 'platform.import.headerMissing', values }]
  }
  for (const [index, column] of columns.entries()) {
    if (column === '') continue
    const first = columns.indexOf(column)
    if (isPassedOver(sheet, column)) continue
    if (!expected.includes(column)) {
      const values = { allowed: expected.join(', ') }
      problems.push({
        line,
        column: shown(cells[index] ?? ''),
        reason: 'platform.import.columnUnknown',
        values,
      })
    } else if (first < index) {
      problems.push({ line, column, reason: 'platform.import.columnTwice', values: {} })
    }
  }
  for (const column of expected.filter((one) => !columns.includes(one) && !sheet.added.includes(one))) {
    problems.push({ line, column, reason: 'platform.import.columnMissing', values: {} })
  }
  if (problems.length > 0) return problems
  return {
    columns: columns.map((column) => {
      if (isPassedOver(sheet, column)) return PASSED_OVER
      return column === '' ? undefined : column
    }),
  }
}

/** What was computed, and what only says where a file was taken from. */
const isPassedOver = ({ computed, columns }: Sheet, heading: string) =>
  computed.includes(heading) || (isAboutColumn(heading) && !(heading in columns))

/** A heading as it is compared. */
export const plainHeading = (cell: string) =>
  cell
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

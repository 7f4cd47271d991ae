import type { ImportProblem } from '#platform/import/problems.ts'

/** A stretch of days as files state it; empty where they do not. */
export type Span = { valid_from: string | null; valid_to: string | null }
type Row = Span & { line: number }

/** From the first to the last day of several rows; null where that is not stated. */
export function spanOfRows(rows: readonly Span[]): Span {
  const beginnings = rows.map(({ valid_from }) => valid_from)
  const ends = rows.map(({ valid_to }) => valid_to)
  return {
    valid_from: beginnings.includes(null) ? null : (beginnings.sort().at(0) ?? null),
    valid_to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  }
}

/** Rows about one thing, of which only one can hold on a day. */
export function checkOverlaps(file: string, rows: readonly Row[]): ImportProblem[] {
  const inTime = rows.toSorted((a, b) => compareDays(a.valid_from, b.valid_from) || a.line - b.line)
  return inTime.slice(1).flatMap((row, index): ImportProblem[] => {
    const before = inTime[index]
    if (!before) return []
    if (row.valid_from === null) {
      const place = { file, line: row.line, column: 'valid_from' }
      return [{ ...place, reason: 'platform.import.overlapOpen', values: { before: before.line } }]
    }
    if (before.valid_to === null) {
      const place = { file, line: before.line, column: 'valid_to' }
      return [{ ...place, reason: 'platform.import.overlapOpen', values: { before: row.line } }]
    }
    if (before.valid_to <= row.valid_from) return []
    const values = { found: row.valid_from, before: before.line }
    return [{ file, line: row.line, column: 'valid_from', reason: 'platform.import.overlap', values }]
  })
}

/** A beginning that is not stated lies before every other. */
const compareDays = (a: string | null, b: string | null) => {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}

/**
 * What belongs to something else can be there only while the other is. What is not stated contradicts nothing.
 *
 * @param other what the row belongs to, by the name it has in files
 */
export function checkWithin(file: string, row: Row, other: string, whole: Span | undefined): ImportProblem[] {
  if (!whole) return []
  return (['valid_from', 'valid_to'] as const).flatMap((column) => {
    const found = row[column]
    if (found === null || isWithin(found, column, whole)) return []
    const values = { found, other, ...sayable(whole) }
    return [{ file, line: row.line, column, reason: 'platform.import.outside' as const, values }]
  })
}

function isWithin(day: string, column: keyof Span, { valid_from, valid_to }: Span): boolean {
  if (valid_from !== null && day < valid_from) return false
  if (valid_to === null) return true
  // The day on which something no longer holds may be the one on which the other no longer does.
  return column === 'valid_to' ? day <= valid_to : day < valid_to
}

/** A stretch of days for a message. */
export const sayable = ({ valid_from, valid_to }: Span) => ({ from: valid_from ?? '…', to: valid_to ?? '…' })

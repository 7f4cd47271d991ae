import { decode, type OtherEncoding } from './decode.ts'
import type { SheetContent } from './find-dangling.ts'
import { type ColumnName, readHeader } from './header.ts'
import { type ImportProblem, ProblemsOfFile } from './problems.ts'
import { readRow } from './read-row.ts'
import { detectWriting, type Writing } from './separator.ts'
import type { Sheet } from './sheet.ts'
import { type Row, splitRows } from './split-rows.ts'

/** More rows than any file of a municipality has. */
const MAXIMUM_ROWS = 1_000_000

/** Nothing can be said about any row. */
const NOTHING_READ: SheetContent = { rows: [], broken: [], hasUnknownKeys: true, state: 'unreadable' }

export type ReadSheet = SheetContent & { problems: ImportProblem[]; notes: ImportProblem[] }

/**
 * Reads a sheet out of a file's bytes: every row that is right, and what is wrong with the others. Where the
 * file as a whole cannot be understood, that is the only problem.
 */
export function readSheet(sheet: Sheet, bytes: Uint8Array, encoding?: OtherEncoding): ReadSheet {
  const { file } = sheet
  const problems = new ProblemsOfFile(file)
  const notes: ImportProblem[] = []
  const nothing = (problem: Omit<ImportProblem, 'file'>): ReadSheet => {
    problems.add(problem)
    return { ...NOTHING_READ, problems: problems.all, notes }
  }
  if (bytes.length === 0) return nothing({ reason: 'platform.import.fileEmpty', values: {} })
  const decoded = decode(bytes, encoding)
  if ('complaint' in decoded) return nothing(decoded.complaint)
  if (/^[\s,;]*$/.test(decoded.text)) return nothing({ reason: 'platform.import.fileBlank', values: {} })
  const writing = detectWriting(decoded.text)
  if ('complaint' in writing) return nothing(writing.complaint)
  notes.push(...notesOn(file, decoded.encoding, writing))

  const lines = writtenRows(decoded.text, writing)
  const first = lines.next()
  if (first.done) return nothing(first.value ?? { reason: 'platform.import.fileBlank', values: {} })
  const header = readHeader(sheet, first.value.cells, first.value.line)
  if (Array.isArray(header)) {
    for (const problem of header) problems.add(problem)
    return { ...NOTHING_READ, problems: problems.all, notes }
  }
  const body = readBody(sheet, header.columns, lines, writing, problems)
  return { ...body, problems: problems.all, notes }
}

/** Rows in which something is written. */
function* writtenRows(text: string, { separator, start }: Writing): ReturnType<typeof splitRows> {
  const rows = splitRows(text, separator, start)
  for (;;) {
    const next = rows.next()
    if (next.done) return next.value
    if (next.value.cells.some((cell) => cell.trim() !== '')) yield next.value
  }
}

function readBody(
  sheet: Sheet,
  columns: readonly ColumnName[],
  lines: ReturnType<typeof splitRows>,
  { separator }: Writing,
  problems: ProblemsOfFile,
): SheetContent {
  const rows: (Record<string, unknown> & { line: number })[] = []
  const broken: Record<string, unknown>[] = []
  let hasUnknownKeys = false
  const seen = new Map<string, number>()
  const ended = (complaint?: Omit<ImportProblem, 'file'>): SheetContent => {
    if (complaint) problems.add(complaint)
    return { rows, broken, hasUnknownKeys, state: complaint ? 'unreadable' : 'read' }
  }
  for (let count = 0; ; count += 1) {
    const next = lines.next()
    if (next.done) return ended(next.value)
    const { cells, line } = trimmedTo(columns.length, next.value)
    if (count === MAXIMUM_ROWS) {
      return ended({ line, reason: 'platform.import.rowsMany', values: { maximum: MAXIMUM_ROWS } })
    }
    const isWhole = cells.length === columns.length
    if (!isWhole) {
      const values = { found: cells.length, expected: columns.length }
      problems.add({ line, reason: 'platform.import.cells', values })
    }
    const { fields, problems: wrong } = isWhole
      ? readRow(sheet, cells, { line, columns, separator })
      : { fields: {}, problems: [] }
    for (const problem of [...wrong, ...repeats(sheet, fields, line, seen)]) problems.add(problem)
    if (isWhole && wrong.length === 0) rows.push({ ...fields, line })
    else if (sheet.key.every((column) => fields[column] !== undefined)) broken.push(keyOf(sheet, fields))
    else hasUnknownKeys = true
  }
}

const keyOf = (sheet: Sheet, fields: Record<string, unknown>) =>
  Object.fromEntries(sheet.key.map((column) => [column, fields[column]]))

/** Cells beyond the header's are nothing as long as they are empty. */
function trimmedTo(length: number, { cells, line }: Row): Row {
  const isPadded = cells.length > length && cells.slice(length).every((cell) => cell.trim() === '')
  return { cells: isPadded ? cells.slice(0, length) : cells, line }
}

/** Keys are compared as they were read: trimmed, and in one form. */
function repeats(sheet: Sheet, fields: Record<string, unknown>, line: number, seen: Map<string, number>) {
  const parts = sheet.key.map((column) => fields[column])
  if (parts.includes(undefined)) return []
  const key = parts.join(' · ')
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, line)
    return []
  }
  return [{ line, reason: 'platform.import.twice' as const, values: { key, before } }]
}

function notesOn(file: string, encoding: string, { separator }: Writing): ImportProblem[] {
  const notes: ImportProblem[] = []
  if (encoding === 'utf-16') notes.push({ file, reason: 'platform.import.noteUtf16', values: {} })
  if (encoding === 'windows-1257') notes.push({ file, reason: 'platform.import.noteWindows1257', values: {} })
  if (separator === ';') notes.push({ file, reason: 'platform.import.noteSemicolon', values: {} })
  if (separator === '\t') notes.push({ file, reason: 'platform.import.noteTab', values: {} })
  return notes
}

import { decode, type OtherEncoding } from './decode.ts'
import type { SheetContent } from './find-dangling.ts'
import { type ColumnName, readHeader } from './header.ts'
import { type Complaint, type ImportProblem, ProblemsOfFile } from './problems.ts'
import { readRow } from './read-row.ts'
import { detectWriting, type Writing } from './separator.ts'
import type { Sheet } from './sheet.ts'
import { type Row, splitRows } from './split-rows.ts'

/** More rows than any file of a municipality has. */
const MAXIMUM_ROWS = 1_000_000

/** Nothing can be said about any row. */
const NOTHING_READ: SheetContent = { rows: [], broken: [], hasUnknownKeys: true, state: 'unreadable' }

type Problem = Omit<ImportProblem, 'file'>

export type ReadSheet = SheetContent & { problems: ImportProblem[]; notes: ImportProblem[] }

/** Rows that are known without a file, as if they had been read from one. */
export const asRead = (rows: SheetContent['rows']): ReadSheet => ({
  rows,
  broken: [],
  hasUnknownKeys: false,
  state: 'read',
  problems: [],
  notes: [],
})

/**
 * Reads a sheet out of a file's bytes: every row that is right, and what is wrong with the others. Where the
 * file as a whole cannot be understood, that is the only problem.
 */
export function readSheet(sheet: Sheet, bytes: Uint8Array, encoding?: OtherEncoding): ReadSheet {
  const { file } = sheet
  const reader = new SheetReader(sheet)
  if (bytes.length === 0) return reader.nothing({ reason: 'platform.import.fileEmpty', values: {} })
  const decoded = decode(bytes, encoding)
  if ('complaint' in decoded) return reader.nothing(decoded.complaint)
  const writing = detectWriting(decoded.text)
  if (/^[\s,;]*$/.test(decoded.text)) return reader.end()
  if ('complaint' in writing) return reader.nothing(writing.complaint)
  reader.begin(writing.separator, notesOn(file, decoded.encoding, writing))
  const lines = splitRows(decoded.text, writing.separator, writing.start)
  for (;;) {
    const next = lines.next()
    if (next.done) return reader.end(next.value)
    if (!reader.add(next.value)) return reader.end()
  }
}

/** A workbook writes numbers with a point; a comma in a text cell leaves doubt where it does between tabs. */
const OF_WORKBOOKS = '\t'

/** Rows that come one by one, and at their end what cannot be read. */
export type Lines = AsyncGenerator<Row, Complaint | undefined>

/** Reads a sheet out of rows that are split already, one by one, in the same way. Cells at the end of a row may be left out. */
export async function readLines(
  sheet: Sheet,
  lines: Lines,
  notes: readonly ImportProblem[],
  separator: Writing['separator'] = OF_WORKBOOKS,
  mostTold?: number,
): Promise<ReadSheet> {
  const reader = new SheetReader(sheet, mostTold)
  reader.begin(separator, notes, true)
  for (;;) {
    const next = await lines.next()
    if (next.done) return reader.end(next.value)
    if (!reader.add(next.value)) {
      await lines.return(undefined)
      return reader.end()
    }
  }
}

/** Takes the rows of one sheet as they come, from whatever kind of file. */
class SheetReader {
  readonly #sheet: Sheet
  readonly #problems: ProblemsOfFile
  #notes: readonly ImportProblem[] = []
  #separator: Writing['separator'] = ','
  #isPadding = false
  #columns: readonly ColumnName[] | undefined
  #isUnreadable = false
  readonly #rows: (Record<string, unknown> & { line: number })[] = []
  readonly #broken: Record<string, unknown>[] = []
  #hasUnknownKeys = false
  readonly #seen = new Map<string, number>()
  #count = 0

  constructor(sheet: Sheet, mostTold?: number) {
    this.#sheet = sheet
    this.#problems = new ProblemsOfFile(sheet.file, mostTold)
  }

  begin(separator: Writing['separator'], notes: readonly ImportProblem[], isPadding = false) {
    this.#separator = separator
    this.#isPadding = isPadding
    this.#notes = notes
  }

  /** Nothing could be read, for one reason. */
  nothing(problem: Problem): ReadSheet {
    this.#problems.add(problem)
    return { ...NOTHING_READ, problems: this.#problems.all, notes: [...this.#notes] }
  }

  /** Takes the next row; false when no more is wanted. */
  add(row: Row): boolean {
    if (row.cells.every((cell) => cell.trim() === '')) return true
    if (this.#columns) return this.#addToBody(this.#columns, row)
    const header = readHeader(this.#sheet, row.cells, row.line)
    if (!Array.isArray(header)) {
      this.#columns = header.columns
      return true
    }
    for (const problem of header) this.#problems.add(problem)
    this.#isUnreadable = true
    return false
  }

  #addToBody(columns: readonly ColumnName[], row: Row): boolean {
    const { cells, line, kinds } = trimmedTo(columns.length, row, this.#isPadding)
    if (this.#count === MAXIMUM_ROWS) {
      const values = { maximum: MAXIMUM_ROWS }
      this.#problems.add({ line, reason: 'platform.import.rowsMany', values })
      this.#isUnreadable = true
      return false
    }
    this.#count += 1
    const sheet = this.#sheet
    const isWhole = cells.length === columns.length
    if (!isWhole) {
      const values = { found: cells.length, expected: columns.length }
      this.#problems.add({ line, reason: 'platform.import.cells', values })
    }
    const { fields, problems: wrong } = isWhole
      ? readRow(sheet, cells, { line, columns, separator: this.#separator, kinds })
      : { fields: {}, problems: [] }
    for (const problem of [...wrong, ...repeats(sheet, fields, line, this.#seen)]) this.#problems.add(problem)
    if (isWhole && wrong.length === 0) this.#rows.push({ ...fields, line })
    else if (sheet.key.every((column) => fields[column] !== undefined))
      this.#broken.push(keyOf(sheet, fields))
    else this.#hasUnknownKeys = true
    return true
  }

  /** What was read, once there are no more rows, or a row that nobody can read. */
  end(complaint?: Problem): ReadSheet {
    if (complaint) this.#problems.add(complaint)
    else if (!this.#columns && !this.#isUnreadable) {
      this.#problems.add({ reason: 'platform.import.fileBlank', values: {} })
    }
    const problems = this.#problems.all
    const notes = [...this.#notes]
    if (!this.#columns) return { ...NOTHING_READ, problems, notes }
    const state = complaint || this.#isUnreadable ? 'unreadable' : 'read'
    return {
      rows: this.#rows,
      broken: this.#broken,
      hasUnknownKeys: this.#hasUnknownKeys,
      state,
      problems,
      notes,
    }
  }
}

const keyOf = (sheet: Sheet, fields: Record<string, unknown>) =>
  Object.fromEntries(sheet.key.map((column) => [column, fields[column]]))

/**
 * Cells beyond the header's are nothing as long as they are empty; a workbook leaves out those at the end of a row.
 */
function trimmedTo(length: number, row: Row, isPadding = false): Row {
  const { cells } = row
  if (isPadding && cells.length < length) {
    return { ...row, cells: [...cells, ...Array<string>(length - cells.length).fill('')] }
  }
  const isPadded = cells.length > length && cells.slice(length).every((cell) => cell.trim() === '')
  return isPadded ? { ...row, cells: cells.slice(0, length) } : row
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

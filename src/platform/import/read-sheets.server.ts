import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { ImportProblem } from './problems.ts'
import type { RowsOf, Sheet } from './sheet.ts'

/** Larger files than any of ours by far; a limit keeps a mistaken file from filling the memory. */
const MAXIMUM_BYTES = 64 * 1024 * 1024

/**
 * Reads and checks every sheet of a folder. Problems of all files come back together, so that a person
 * mends them in one go; the rows are complete only when there are none.
 */
export async function readSheets<Sheets extends Record<string, Sheet>>(folder: string, sheets: Sheets) {
  const problems: ImportProblem[] = []
  const rows: Record<string, unknown> = {}
  for (const [name, sheet] of Object.entries(sheets)) {
    rows[name] = await readSheet(folder, sheet, problems)
  }
  return { rows: rows as RowsOf<Sheets>, problems }
}

async function readSheet(folder: string, sheet: Sheet, problems: ImportProblem[]) {
  const { file } = sheet
  const path = join(folder, file)
  if (!sheet.isRequired && !(await isThere(path))) return []
  const content = await readFile(path, 'utf8').catch(() => undefined)
  if (content === undefined) {
    problems.push({ file, reason: 'platform.import.fileMissing', values: {} })
    return []
  }
  if (content.length > MAXIMUM_BYTES) {
    problems.push({
      file,
      reason: 'platform.import.fileLarge',
      values: { megabytes: MAXIMUM_BYTES / 2 ** 20 },
    })
    return []
  }
  const lines = splitLines(file, content, problems)
  const header = lines[0]
  if (!header || !hasItsColumns(sheet, header.cells, problems)) return []

  const found: unknown[] = []
  const seen = new Map<string, number>()
  for (const { cells, line } of lines.slice(1)) {
    if (cells.length !== header.cells.length) {
      const values = { found: cells.length, expected: header.cells.length }
      problems.push({ file, line, reason: 'platform.import.cells', values })
      continue
    }
    const raw = {
      ...Object.fromEntries(sheet.added.map((column) => [column, ''])),
      ...Object.fromEntries(header.cells.map((column, index) => [column, cells[index]])),
    }
    const parsed = sheet.row.safeParse(raw)
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => asProblem(file, line, issue)))
      continue
    }
    const key = sheet.key.map((column) => raw[column]).join(' · ')
    const before = seen.get(key)
    if (before !== undefined) {
      problems.push({ file, line, reason: 'platform.import.twice', values: { key, before } })
    }
    seen.set(key, line)
    found.push({ ...(parsed.data as object), line })
  }
  return found
}

/** Whether the folder has the file, if only as one that cannot be read. */
const isThere = (path: string) =>
  access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  )

type Line = { cells: string[]; line: number }

function splitLines(file: string, content: string, problems: ImportProblem[]): Line[] {
  try {
    const records = parse(content, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // A quoted cell may span lines; a person looks for the line on which the row begins.
    return records.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.join('').split('\n').length + 1,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    problems.push({ file, line, reason: 'platform.import.csv', values: {} })
    return []
  }
}

function hasItsColumns(sheet: Sheet, header: string[], problems: ImportProblem[]) {
  const expected = sheet.columns
  const missing = expected.filter((column) => !header.includes(column) && !sheet.added.includes(column))
  const unknown = header.filter((column) => !expected.includes(column))
  const place = { file: sheet.file, line: 1 }
  problems.push(
    ...missing.map((column) => ({
      ...place,
      column,
      reason: 'platform.import.columnMissing' as const,
      values: {},
    })),
    ...unknown.map((column) => ({
      ...place,
      column,
      reason: 'platform.import.columnUnknown' as const,
      values: { allowed: expected.join(', ') },
    })),
  )
  return missing.length === 0 && unknown.length === 0
}

function asProblem(
  file: string,
  line: number,
  issue: { path: PropertyKey[]; message: string; params?: unknown },
): ImportProblem {
  return {
    file,
    line,
    column: String(issue.path[0]),
    reason: issue.message as ImportProblem['reason'],
    values: (issue.params ?? {}) as ImportProblem['values'],
  }
}

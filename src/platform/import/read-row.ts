import { withoutGuard } from '../formula.ts'
import { Refusal, refuse } from './column.ts'
import { forbiddenIn } from './decode.ts'
import { type ColumnName, PASSED_OVER } from './header.ts'
import type { ImportProblem } from './problems.ts'
import type { Writing } from './separator.ts'
import type { Sheet } from './sheet.ts'
import type { CellKind, Row } from './split-rows.ts'

/** Longest text of a cell. */
const MAXIMUM_BYTES = 20 * 1024

/** Refuses a text that is longer than any cell may be. */
export function refuseLarge(raw: string): Refusal | undefined {
  if (raw.length <= MAXIMUM_BYTES / 4 || Buffer.byteLength(raw) <= MAXIMUM_BYTES) return undefined
  return new Refusal('platform.import.cellLarge', { kilobytes: MAXIMUM_BYTES / 1024, length: raw.length })
}

type Problem = Omit<ImportProblem, 'file'>
type Fields = Record<string, unknown>

/** Where a row stands, and what each of its cells is called. */
export type Place = {
  line: number
  columns: readonly ColumnName[]
  separator: Writing['separator']
  kinds?: Row['kinds'] | undefined
}

/** A row's cells as values. Those that are wrong are left out of the fields and complained about. */
export function readRow(sheet: Sheet, cells: readonly string[], place: Place) {
  const { line, columns, separator, kinds } = place
  const absent = sheet.added.filter((name) => !sheet.keeping.includes(name))
  const fields: Fields = Object.fromEntries(absent.map((name) => [name, null]))
  const problems: Problem[] = []
  for (const [index, name] of columns.entries()) {
    if (name === PASSED_OVER) continue
    const raw = cells[index] ?? ''
    if (name === undefined) {
      if (raw.trim() !== '') problems.push({ line, reason: 'platform.import.columnUnnamed', values: {} })
      continue
    }
    const value = refuseKind(sheet, name, raw, kinds?.get(index)) ?? readCell(sheet, name, raw, separator)
    if (value instanceof Refusal)
      problems.push({ line, column: name, reason: value.reason, values: value.values })
    else fields[name] = value
  }
  return { fields, problems }
}

function readCell(sheet: Sheet, name: string, raw: string, separator: Writing['separator']) {
  if (FAILED.test(raw)) return refuse('platform.import.cellFailed', raw)
  const forbidden = forbiddenIn(raw)
  if (forbidden) return new Refusal(forbidden.reason, forbidden.values)
  const large = refuseLarge(raw)
  if (large) return large
  return sheet.columns[name]?.read(withoutGuard(composed(raw).trim()).trim(), separator)
}

/** Refuses what a spreadsheet program has made of something else that was typed. */
function refuseKind(
  sheet: Sheet,
  name: string,
  raw: string,
  kind: CellKind | undefined,
): Refusal | undefined {
  if (kind === 'longNumber') return refuse('platform.import.cellLongNumber', raw)
  const isOfDays = ['date', 'period'].includes(sheet.columns[name]?.form?.kind ?? '')
  return kind === 'date' && !isOfDays ? refuse('platform.import.cellDate', raw) : undefined
}

/** What a spreadsheet shows where it could not calculate. */
const FAILED = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** Below U+0300 nothing can be composed. */
const MAY_BE_DECOMPOSED = /[^\0-\u02ff]/

/** One letter, one code point: two ways of writing the same text must compare as equal. */
const composed = (text: string) => (MAY_BE_DECOMPOSED.test(text) ? text.normalize('NFC') : text)

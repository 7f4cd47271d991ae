import type { Complaint } from '#platform/forms/form.ts'
import type { CellProblem } from './cell-problem.ts'
import { addressOf, FIRST_ROW, KEY_COLUMN, KEYS_ROW, type LaidSheet } from './layout.ts'
import type { RawSheet } from './raw-sheets.server.ts'
import type { Words } from './words.ts'

/** A place in a file: the number of its row, from 1, and of its column, from 0. */
export type FilePlace = { line: number; column: number }

/** The sheet of a file that holds what a laid sheet asks, known by its stamp, whatever its tab is called. */
export function findRawSheet(
  raw: readonly RawSheet[],
  { stamp, tab }: LaidSheet,
  otherTab: string,
): { sheet: RawSheet | undefined; problems: CellProblem[]; notes: Complaint[] } {
  const stamped = raw.filter((sheet) => stampOf(sheet) === stamp)
  const [sheet] = stamped
  const problem = (reason: 'noSheet' | 'noKeys' | 'twoSheets') => ({
    sheet: undefined,
    notes: [],
    problems: [
      {
        cell: tab,
        complaint: { reason: `collection.workbook.problem.${reason}`, values: { tab } } satisfies Complaint,
      },
    ],
  })
  if (!sheet)
    return problem(raw.some((one) => one.tab === tab || one.tab === otherTab) ? 'noKeys' : 'noSheet')
  if (stamped.length > 1) return problem('twoSheets')
  const isRenamed = sheet.tab !== tab && sheet.tab !== otherTab
  const note: Complaint = { reason: 'collection.workbook.note.renamed', values: { tab, found: sheet.tab } }
  return { sheet, problems: [], notes: isRenamed ? [note] : [] }
}

/** So far down the keys may have been moved by rows that somebody put above them. */
const SEARCHED = 20

function keysLine({ rows }: RawSheet): number | undefined {
  for (let line = 1; line <= SEARCHED; line += 1) if (rows.get(line)?.cells.includes(KEY_COLUMN)) return line
  return undefined
}

function stampOf(sheet: RawSheet): string | undefined {
  const line = keysLine(sheet)
  if (line === undefined) return undefined
  const column = sheet.rows.get(line)?.cells.indexOf(KEY_COLUMN) ?? 0
  // The stamp stands above the keys, in the same column.
  for (let above = line - 1; above >= 1; above -= 1) {
    const cell = sheet.rows.get(above)?.cells[column]
    if (cell) return cell
  }
  return undefined
}

/** Where the rows and columns of a laid sheet stand in a file, and what of them is not as it should be. */
export function mapSheet(
  raw: RawSheet,
  sheet: LaidSheet,
  words: Words,
): {
  at: (keys: { row: string; column: string }) => FilePlace | undefined
  problems: CellProblem[]
  notes: Complaint[]
} {
  const keys = keysLine(raw) ?? KEYS_ROW + 1
  const heads = raw.rows.get(keys)?.cells ?? []
  const wanted = new Set(sheet.cells.map(({ column }) => sheet.columns[column]?.key ?? ''))
  const columns = placesOf(heads.map((key, index) => [key, index]))
  const keyColumn = heads.indexOf(KEY_COLUMN)
  const rows = placesOf(
    [...raw.rows]
      .filter(([line]) => line > keys + 1)
      .map(([line, { cells }]) => [cells[keyColumn] ?? '', line]),
  )
  const problems: CellProblem[] = []
  const complain = (cell: string, reason: Reason, values: Record<string, string> = {}) =>
    problems.push({
      cell: cell === '' ? raw.tab : `${raw.tab}!${cell}`,
      complaint: { reason: `collection.workbook.problem.${reason}`, values },
    })
  for (const key of wanted) {
    const [, again] = columns.get(key) ?? []
    const name = headOf(sheet, key, words)
    if (!columns.has(key)) complain('', 'noColumn', { name })
    else if (again !== undefined) complain(addressOf(keys, again), 'twoColumns', { name })
  }
  const filled = new Set(sheet.cells.map(({ row }) => row))
  for (const [index, { key, name }] of sheet.rows.entries()) {
    if (key === '' || !filled.has(index + FIRST_ROW)) continue
    const [, again] = rows.get(key) ?? []
    if (!rows.has(key)) complain('', 'noRow', { name })
    else if (again !== undefined) complain(addressOf(again - 1, 1), 'twoRows', { name })
  }
  const known = new Set(sheet.rows.map(({ key }) => key).filter((key) => key !== ''))
  const inputs = [...wanted].flatMap((key) => columns.get(key) ?? [])
  for (const [key, lines] of rows) {
    if (known.has(key)) continue
    for (const line of lines) {
      const column = inputs.find((index) => (raw.rows.get(line)?.cells[index] ?? '') !== '')
      if (column !== undefined) complain(addressOf(line - 1, column), 'strangeRow')
    }
  }
  const isMoved = [...wanted].some((key) => {
    const at = columns.get(key)?.[0]
    return at !== undefined && at !== sheet.columns.findIndex((column) => column.key === key)
  })
  const note: Complaint = { reason: 'collection.workbook.note.moved', values: { tab: raw.tab } }
  return {
    at: ({ row, column }) => {
      const [line] = rows.get(row) ?? []
      const [place] = columns.get(column) ?? []
      return line === undefined || place === undefined ? undefined : { line, column: place }
    },
    problems,
    notes: isMoved ? [note] : [],
  }
}

type Reason = 'noColumn' | 'twoColumns' | 'noRow' | 'twoRows' | 'strangeRow'

/** Places by key, each as often as it is there. */
function placesOf(all: readonly (readonly [key: string, place: number])[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [key, place] of all) places.set(key, [...(places.get(key) ?? []), place])
  return places
}

function headOf({ columns, kind }: LaidSheet, key: string, { text, local }: Words): string {
  const [name = key, part] = key.split(':')
  if (kind !== 'table') return text(`collection.workbook.head.${name as 'value'}`)
  const column = columns.find((one) => one.key === key)?.of
  const head = part ? `: ${text(`collection.workbook.head.${part as 'value'}`)}` : ''
  return `${column ? local(column.name) : name}${head}`
}

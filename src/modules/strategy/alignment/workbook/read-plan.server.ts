import { readTyped } from '#platform/editing/read-cells.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { withoutGuard } from '#platform/formula.ts'
import { Refusal } from '#platform/import/column.ts'
import { positive } from '#platform/import/columns.ts'
import type { Row } from '#platform/import/split-rows.ts'
import {
  openWorkbook,
  type Workbook,
  type WorkSheet,
  workbookRows,
} from '#platform/workbook/read-workbook.server.ts'
import {
  complaintsOfItem,
  ITEM_COLUMN_NAMES,
  ITEM_COLUMNS,
  type ItemColumn,
  type Known,
  type WrittenItem,
  writtenOf,
} from '../item-columns.ts'
import { readStamp, type Stamp } from './stamp.ts'
import { columnOf, progressOf, type WorkbookColumn } from './words.ts'

/** What is wrong with a workbook, at the cell as the spreadsheet shows it, `Plāns!D7`; null where it is the whole file. */
export type CellProblem = Complaint & { cell: string | null }

/** A task as a row of a workbook says it; of columns that the workbook does not have nothing is said. */
export type ReadRow = {
  number: number | null
  stamp: Stamp | undefined
  item: WrittenItem
  /** Columns that the workbook does not have. */
  absent: readonly ItemColumn[]
  /** Where it stands. */
  at: (column: WorkbookColumn) => string
}
export type ReadPlan = { rows: ReadRow[]; problems: CellProblem[] }

/** More tasks no plan has. */
const MOST_ROWS = 2000
const MOST_NUMBER = 9999
/** Headings stand in one of the first rows. */
const HEAD_WITHIN = 10

const whole = (reason: Complaint['reason'], values?: Complaint['values']): ReadPlan => ({
  rows: [],
  problems: [{ cell: null, reason, ...(values ? { values } : {}) }],
})

/** Reads the tasks of a filled workbook, with everything that is wrong, cell by cell. */
export async function readPlan(bytes: Uint8Array, known: Known): Promise<ReadPlan> {
  if (bytes.length < 2 || bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return whole('strategy.alignment.upload.notXlsx')
  const workbook = openWorkbook(bytes)
  if ('complaint' in workbook) return whole(workbook.complaint.reason, workbook.complaint.values)
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) continue
    const read = await readRows(workbook, sheet)
    if ('reason' in read) return whole(read.reason, read.values)
    const head = read.rows.slice(0, HEAD_WITHIN).findIndex(isHead)
    const [columns] = head < 0 ? [] : [read.rows[head]]
    if (columns) return readTasks(sheet.name, columns, read.rows.slice(head + 1), known)
  }
  return whole('strategy.alignment.upload.noHead')
}

async function readRows(workbook: Workbook, sheet: WorkSheet): Promise<{ rows: Row[] } | Complaint> {
  const rows: Row[] = []
  const lines = workbookRows(workbook, sheet)
  for (;;) {
    const next = await lines.next()
    if (next.done) return next.value ?? { rows }
    if (next.value.cells.every((cell) => cell.trim() === '')) continue
    if (rows.length > MOST_ROWS + HEAD_WITHIN) {
      await lines.return(undefined)
      return { reason: 'strategy.alignment.upload.tooMany', values: { count: MOST_ROWS } }
    }
    rows.push(next.value)
  }
}

/** A row is that of the headings where the task has one and something besides it. */
const isHead = ({ cells }: Row) => {
  const columns = cells.map(columnOf)
  return columns.includes('task') && columns.filter(Boolean).length > 1
}

function readTasks(tab: string, head: Row, body: readonly Row[], known: Known): ReadPlan {
  const problems: CellProblem[] = []
  const places = new Map<WorkbookColumn, number>()
  for (const [index, cell] of head.cells.entries()) {
    const column = columnOf(cell)
    const at = cellAt(tab, index, head.line)
    if (column === undefined) {
      const isUsed = cell.trim() !== '' || body.some(({ cells }) => (cells[index] ?? '').trim() !== '')
      if (isUsed) problems.push({ cell: at, reason: 'strategy.alignment.upload.strangeHead' })
    } else if (places.has(column)) problems.push({ cell: at, reason: 'strategy.alignment.upload.headTwice' })
    else places.set(column, index)
  }
  const absent = ITEM_COLUMN_NAMES.filter((name) => !places.has(name))
  const seen = new Map<number, string>()
  const rows = body.flatMap((row): ReadRow[] => {
    const at = (column: WorkbookColumn) =>
      cellAt(tab, places.get(column) ?? places.get('task') ?? 0, row.line)
    const told = (column: WorkbookColumn, { reason, values }: Complaint) =>
      problems.push({ cell: at(column), reason, ...(values ? { values } : {}) })
    const cell = (column: WorkbookColumn) => withoutGuard((row.cells[places.get(column) ?? -1] ?? '').trim())
    const number = readNumber(cell('number'))
    if (number instanceof Refusal) told('number', number)
    else if (number !== null) {
      const before = seen.get(number)
      if (before)
        told('number', { reason: 'strategy.alignment.upload.numberTwice', values: { cell: before } })
      else seen.set(number, at('number'))
    }
    const values: Partial<Record<ItemColumn, unknown>> = {}
    for (const [name, column] of Object.entries(ITEM_COLUMNS) as [
      ItemColumn,
      (typeof ITEM_COLUMNS)[ItemColumn],
    ][]) {
      const index = places.get(name)
      const isDay = name === 'starts_on' || name === 'due_on'
      if (index !== undefined && !isDay && row.kinds?.get(index) === 'date') {
        told(name, { reason: 'platform.import.cellDate', values: { found: cell(name) } })
        continue
      }
      const said = name === 'progress' ? progressOf(cell(name)) : cell(name)
      const value = readTyped<unknown>(column, said)
      if (value instanceof Refusal) told(name, value)
      else values[name] = value
    }
    for (const [name, found] of Object.entries(complaintsOfItem(values as never, known)))
      for (const complaint of found) told(name as ItemColumn, complaint)
    const read = number instanceof Refusal ? null : number
    return [{ number: read, stamp: readStamp(cell('stamp')), item: writtenOf(values as never), absent, at }]
  })
  return { rows, problems }
}

function readNumber(cell: string): number | null | Refusal {
  if (cell === '') return null
  const number = readTyped(positive, cell)
  if (number instanceof Refusal || number <= MOST_NUMBER) return number
  return new Refusal('platform.import.choice', { found: cell, allowed: `1–${MOST_NUMBER}` })
}

/** A cell by the name that a spreadsheet shows. @param column from 0 @param line from 1 */
function cellAt(tab: string, column: number, line: number): string {
  const letters = 26
  const first = column >= letters ? String.fromCharCode(64 + Math.floor(column / letters)) : ''
  return `${tab}!${first}${String.fromCharCode(65 + (column % letters))}${line}`
}

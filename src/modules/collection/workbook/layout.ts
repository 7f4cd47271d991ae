import { commentOf, type Field, fieldsOf, inputsOf, MINUTES } from '../form/fields.ts'
import type { CallElement, CallForm, Check, TableColumn } from '../model.ts'
import { sayMessage, type Words } from './words.ts'

/** What of a field stands in a cell. */
export type Part = keyof ReturnType<typeof inputsOf>

/** A cell that somebody fills in, or that a formula does where the field is computed. Places count from 0. */
export type LaidCell = {
  /** Name of the input that it stands for. */
  input: string
  /** Absent for what is said about the form as a whole. */
  field: Field | undefined
  part: Part
  row: number
  column: number
}

export type LaidColumn = { key: string; of: TableColumn | undefined }
export type LaidRow = {
  /** By which it is found again; empty for a heading between rows. */
  key: string
  name: string
  element: CallElement | undefined
  check?: Check
}

/** A sheet of the form. Its first three rows are its stamp, the keys of its columns, and their headings. */
export type LaidSheet = {
  kind: 'data' | 'table' | 'checks'
  /** By which it is known, whatever is written on its tab. */
  stamp: string
  tab: string
  title: string
  columns: readonly LaidColumn[]
  rows: readonly LaidRow[]
  cells: readonly LaidCell[]
}

/** Where the keys of columns and their headings stand, and where rows begin; from 0. */
export const KEYS_ROW = 1
export const HEADS_ROW = 2
export const FIRST_ROW = 3

/** Columns that every sheet has: keys, hidden, and what is wrong with a row. */
export const KEY_COLUMN = 'key'
export const CHECK_COLUMN = 'check'

export const DATA_COLUMNS = [
  KEY_COLUMN,
  'name',
  'help',
  'unit',
  'value',
  'denominator',
  'last',
  'missing',
  'reason',
  CHECK_COLUMN,
] as const
export const CHECK_COLUMNS = [KEY_COLUMN, 'message', 'severity', 'outcome', 'comment'] as const
const PARTS: readonly Part[] = ['value', 'denominator', 'missing', 'reason']

/** Lays a form out over sheets: simple elements on one, a table on one of its own, checks on the last. */
export function layOut(form: CallForm, words: Words): LaidSheet[] {
  const tabs = new Tabs(
    ['about', 'data', 'checks', 'lists'].map((one) => words.text(`collection.workbook.tab.${one as 'data'}`)),
  )
  const simple = form.elements.filter(({ kind }) => kind !== 'table')
  return [
    dataSheet(simple, words),
    ...form.elements
      .filter(({ kind }) => kind === 'table')
      .map((element) => tableSheet(element, tabs.name(words.local(element.name)), words)),
    checksSheet(form.checks, words),
  ]
}

function dataSheet(elements: readonly CallElement[], words: Words): LaidSheet {
  const rows: LaidRow[] = []
  let section = ''
  for (const element of elements) {
    const over = element.section ? words.local(element.section) : section
    if (over !== section) rows.push({ key: '', name: over, element: undefined })
    section = over
    rows.push({ key: element.key, name: words.local(element.name), element })
  }
  rows.push({ key: MINUTES, name: words.text('collection.workbook.minutes'), element: undefined })
  const columns = DATA_COLUMNS.map((key) => ({ key, of: undefined }))
  const rowOf = new Map(rows.map(({ key }, at) => [key, FIRST_ROW + at]))
  const cells = fieldsOf(elements).flatMap((field) =>
    partsOf(field).map((part) => ({
      input: inputsOf(field.name)[part],
      field,
      part,
      row: rowOf.get(field.name) ?? 0,
      column: DATA_COLUMNS.indexOf(part),
    })),
  )
  const minutes = {
    input: MINUTES,
    field: undefined,
    part: 'value' as const,
    row: rowOf.get(MINUTES) ?? 0,
    column: DATA_COLUMNS.indexOf('value'),
  }
  const tab = words.text('collection.workbook.tab.data')
  return { kind: 'data', stamp: 'data', tab, title: tab, columns, rows, cells: [...cells, minutes] }
}

function tableSheet(element: CallElement, tab: string, words: Words): LaidSheet {
  const typed = element.columns.filter(({ computed }) => computed === null)
  const columns: LaidColumn[] = [
    { key: KEY_COLUMN, of: undefined },
    { key: 'name', of: undefined },
    ...element.columns.flatMap((of) => [
      { key: columnKey(of.key, 'value'), of },
      ...(of.kind === 'share' && of.computed === null ? [{ key: columnKey(of.key, 'denominator'), of }] : []),
      { key: lastKey(of.key), of },
    ]),
    { key: CHECK_COLUMN, of: undefined },
    ...typed.flatMap((of) => [
      { key: columnKey(of.key, 'missing'), of },
      { key: columnKey(of.key, 'reason'), of },
    ]),
  ]
  const rows = element.rows.map(({ key, name }) => ({ key, name: words.local(name), element }))
  const at = new Map(columns.map(({ key }, index) => [key, index]))
  const cells = fieldsOf([element]).flatMap((field) =>
    partsOf(field).map((part) => ({
      input: inputsOf(field.name)[part],
      field,
      part,
      row: FIRST_ROW + rows.findIndex(({ key }) => key === field.row?.key),
      column: at.get(columnKey(field.column?.key ?? '', part)) ?? 0,
    })),
  )
  const title = words.local(element.name)
  return { kind: 'table', stamp: `table:${element.key}`, tab, title, columns, rows, cells }
}

function checksSheet(checks: readonly Check[], words: Words): LaidSheet {
  const tab = words.text('collection.workbook.tab.checks')
  return {
    kind: 'checks',
    stamp: 'checks',
    tab,
    title: tab,
    columns: CHECK_COLUMNS.map((key) => ({ key, of: undefined })),
    rows: checks.map((check) => ({
      key: check.key,
      name: sayMessage(check, words),
      element: undefined,
      check,
    })),
    cells: checks.flatMap(({ key, severity }, index) =>
      severity === 'hard'
        ? []
        : [
            {
              input: commentOf(key),
              field: undefined,
              part: 'reason' as const,
              row: FIRST_ROW + index,
              column: CHECK_COLUMNS.indexOf('comment'),
            },
          ],
    ),
  }
}

/** Which cells a field has. A photo is added on the page; what is computed has no reason to be missing. */
function partsOf({ kind, computed }: Field): readonly Part[] {
  if (kind === 'photo') return []
  if (computed !== null) return ['value']
  return kind === 'share' ? PARTS : PARTS.filter((part) => part !== 'denominator')
}

export const columnKey = (column: string, part: Part): string =>
  part === 'value' ? column : `${column}:${part}`
export const lastKey = (column: string): string => `${column}:last`

/** Where a column stands on a sheet, from 0. */
export const columnAt = ({ columns }: LaidSheet, key: string): number =>
  columns.findIndex((column) => column.key === key)

/** `4` is `E`. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : letterOf(rest - 1)) + String.fromCharCode(65 + (column % 26))
}

/** A cell as spreadsheets call it: row 6 and column 4 are `E7`. */
export const addressOf = (row: number, column: number): string => `${letterOf(column)}${row + 1}`

const LONGEST_TAB = 31
/** What no tab may be called. */
const NOT_IN_TABS = /[[\]:*?/\\]/g

/** Names of tabs: short, without forbidden signs, each once whatever the case. */
class Tabs {
  private readonly taken: Set<string>

  constructor(taken: readonly string[]) {
    this.taken = new Set(['history', 'izaugsme', ...taken.map((name) => name.toLowerCase())])
  }

  name(wanted: string): string {
    const plain =
      wanted
        .replaceAll(NOT_IN_TABS, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || '-'
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` ${count}`
      const name = `${plain.slice(0, LONGEST_TAB - ending.length).trimEnd()}${ending}`
      if (this.taken.has(name.toLowerCase())) continue
      this.taken.add(name.toLowerCase())
      return name
    }
  }
}

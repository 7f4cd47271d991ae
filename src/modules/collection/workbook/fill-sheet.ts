import type { CellStyle, DataValidation, WriteSheet } from 'hucre'
import { parse, Unreadable } from '../checks/index.ts'
import { cellName, type Field } from '../form/fields.ts'
import { LONGEST_TEXT } from '../form/read-answers.ts'
import type { Answers } from '../model.ts'
import { asCellValue, asLastValue, formatOf } from './cell-values.ts'
import {
  addressOf,
  CHECK_COLUMN,
  columnAt,
  columnKey,
  FIRST_ROW,
  HEADS_ROW,
  KEY_COLUMN,
  KEYS_ROW,
  type LaidCell,
  type LaidColumn,
  type LaidSheet,
  lastKey,
  letterOf,
} from './layout.ts'
import type { Lists } from './lists.ts'
import { cellIn } from './places.ts'
import { fieldProblem } from './row-check.ts'
import { LOOKS, SheetCells } from './sheet-cells.ts'
import { asFormula, quoted, type Sight } from './translate.ts'
import type { Words } from './words.ts'

export type Filling = {
  typed: Readonly<Record<string, string>>
  /** With what is computed, for programs that show a file without reckoning. */
  answers: Answers
  last: Answers
  sight: (row?: { element: string; row: string }) => Sight
  lists: Lists
  words: Words
  /** Formulas that give the words of checks that do not hold, by the field at which they are said. */
  failing: ReadonlyMap<string, readonly string[]>
}

/** Longer formulas a spreadsheet refuses to open. */
const LONGEST_FORMULA = 8000
/** So wide is a column, in characters. */
const WIDTHS: Readonly<Record<string, number>> = {
  key: 4,
  name: 38,
  help: 34,
  unit: 10,
  value: 16,
  denominator: 12,
  last: 16,
  missing: 18,
  reason: 30,
  check: 44,
}
const NARROW = 14

/** A sheet in which a form is filled in: of simple elements, or of one table. */
export function fillSheet(sheet: LaidSheet, filling: Filling): WriteSheet {
  const out = new SheetCells()
  headRows(out, sheet, filling)
  for (const [index, row] of sheet.rows.entries()) {
    const at = FIRST_ROW + index
    out.put(at, 0, row.key)
    out.put(at, 1, row.name, row.key === '' ? LOOKS.section : LOOKS.plain)
    if (sheet.kind !== 'data' || !row.element) continue
    const { help, unit, kind } = row.element
    const photo = kind === 'photo' ? filling.words.text('collection.workbook.photo') : ''
    out.put(at, 2, [help ? filling.words.local(help) : '', photo].filter(Boolean).join(' ') || null)
    out.put(at, 3, unit)
  }
  for (const cell of sheet.cells) putCell(out, cell, filling)
  for (const [row, cells] of Map.groupBy(sheet.cells, ({ row }) => row))
    lastAndCheck(out, sheet, row, cells, filling)
  addValidations(out, sheet.cells, filling)
  const columns = sheet.columns.map((column) => ({
    width: widthOf(column.key, sheet),
    ...(isHidden(column, sheet, filling) ? { hidden: true } : {}),
  }))
  return out.asSheet(sheet.tab, columns, { rows: FIRST_ROW, columns: 2 })
}

function widthOf(key: string, { kind }: LaidSheet): number {
  const like = kind === 'data' || key === 'name' || key === 'check' ? key : (key.split(':')[1] ?? 'value')
  return WIDTHS[like] ?? NARROW
}

/** Keys are for the program; of a column that nobody answered a year ago there is nothing to show. */
function isHidden({ key, of }: LaidColumn, { kind, rows }: LaidSheet, { last }: Filling): boolean {
  if (key === KEY_COLUMN) return true
  if (kind !== 'table' || !of || key !== lastKey(of.key)) return false
  return !rows.some((row) => row.element && last.has(cellName(row.element.key, row.key, of.key)))
}

/** Stamp and title with what is still open, the hidden keys of columns, their headings. */
function headRows(out: SheetCells, sheet: LaidSheet, { words }: Filling) {
  out.put(0, 0, sheet.stamp)
  out.put(0, 1, sheet.title, LOOKS.title)
  out.formula(
    0,
    columnAt(sheet, CHECK_COLUMN),
    `${quoted(`${words.text('collection.workbook.open')}: `)}&${openIn(sheet)}`,
    LOOKS.check,
  )
  for (const [index, column] of sheet.columns.entries()) {
    out.put(KEYS_ROW, index, column.key)
    out.put(HEADS_ROW, index, headingOf(column, sheet, words), LOOKS.head)
  }
  out.hideRow(KEYS_ROW)
}

/** How many rows of a sheet have something to mend, as a formula on that very sheet. */
export function openIn(sheet: LaidSheet, tab = ''): string {
  const letter = letterOf(columnAt(sheet, CHECK_COLUMN))
  return `COUNTIF(${tab}$${letter}$${FIRST_ROW + 1}:$${letter}$${FIRST_ROW + Math.max(1, sheet.rows.length)},"?*")`
}

function headingOf({ key, of }: LaidColumn, { kind }: LaidSheet, { text, local }: Words): string {
  const head = (name: string) => text(`collection.workbook.head.${name as 'name'}`)
  if (kind === 'data' || !of)
    return key === 'key' ? '' : head(kind === 'table' && key === 'name' ? 'row' : key)
  const unit = of.unit ? `, ${of.unit}` : ''
  const name = `${local(of.name)}${unit}`
  const [, part] = key.split(':')
  return part === undefined ? name : `${local(of.name)}: ${head(part)}`
}

function putCell(out: SheetCells, { input, field, part, row, column }: LaidCell, filling: Filling) {
  const { typed, words, answers, sight } = filling
  const style = { ...LOOKS.open, numFmt: formatOf(field, part) } satisfies CellStyle
  if (!field || field.computed === null) {
    out.put(row, column, asCellValue(typed[input] ?? '', field, part, words), style)
    return
  }
  const within = field.row ? { element: field.element.key, row: field.row.key } : undefined
  const formula = formulaOf(field.computed, sight(within))
  const look = { ...LOOKS.computed, numFmt: formatOf(field, part) }
  const answer = answers.get(field.name)
  const now = answer && 'number' in answer ? answer.number : undefined
  if (formula) out.formula(row, column, `IFERROR(${formula},"")`, look, now)
  else out.put(row, column, now ?? null, look)
}

/** An expression as a formula; undefined where it needs the server, or cannot be read. */
export function formulaOf(expression: string, sight: Sight): string | undefined {
  try {
    return asFormula(parse(expression), sight)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

function lastAndCheck(
  out: SheetCells,
  sheet: LaidSheet,
  row: number,
  cells: readonly LaidCell[],
  filling: Filling,
) {
  const { last, words, failing } = filling
  const fields = new Map(cells.flatMap(({ field }) => (field ? [[field.name, field] as const] : [])))
  for (const field of fields.values()) {
    const column = columnAt(sheet, field.column ? lastKey(field.column.key) : 'last')
    const style = { ...LOOKS.last, numFmt: formatOf(field, 'value') }
    out.put(row, column, asLastValue(last.get(field.name), field, words), style)
  }
  const own = [...fields.values()].filter(({ computed }) => computed === null)
  const pieces = [
    ...own.map((field) => pieceOf(sheet, field, row, filling)),
    ...new Set([...fields.keys()].flatMap((name) => failing.get(name) ?? [])),
  ]
  const formula = pieces.join('&')
  if (pieces.length > 0 && formula.length <= LONGEST_FORMULA)
    out.formula(row, columnAt(sheet, CHECK_COLUMN), formula, LOOKS.check)
}

/** What is wrong with one field, with the name of its column where there are several. */
function pieceOf(sheet: LaidSheet, field: Field, row: number, { lists, words }: Filling): string {
  const at = (part: 'value' | 'denominator' | 'missing' | 'reason') => {
    const key = field.column ? columnKey(field.column.key, part) : part
    return cellIn(row, columnAt(sheet, key))
  }
  const cells = {
    value: at('value'),
    ...(field.kind === 'share' ? { denominator: at('denominator') } : {}),
    missing: at('missing'),
    reason: at('reason'),
  }
  const list = field.kind === 'choice' ? lists.choices(field.choices) : undefined
  const lead = field.column ? `${words.local(field.column.name)}: ` : ''
  return fieldProblem(field, cells, list, words, lead)
}

const MOST_OF_TITLE = 32
const MOST_OF_MESSAGE = 255

/** One validation for all cells that are filled in alike. */
function addValidations(out: SheetCells, cells: readonly LaidCell[], { lists, words }: Filling) {
  const alike = new Map<string, { rule: Omit<DataValidation, 'range'>; places: LaidCell[] }>()
  for (const cell of cells) {
    if (cell.field && cell.field.computed !== null) continue
    const rule = ruleOf(cell, lists, words)
    const key = JSON.stringify(rule)
    const known = alike.get(key) ?? { rule, places: [] }
    alike.set(key, known)
    known.places.push(cell)
  }
  for (const { rule, places } of alike.values()) out.validations.push({ ...rule, range: rangesOf(places) })
}

const NO_MORE = '9999999999999'

function ruleOf({ field, part }: LaidCell, lists: Lists, { text }: Words): Omit<DataValidation, 'range'> {
  const said = (key: Parameters<typeof text>[0]) => ({
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    errorTitle: text('collection.workbook.say.title').slice(0, MOST_OF_TITLE),
    errorMessage: text(key).slice(0, MOST_OF_MESSAGE),
  })
  if (part === 'missing')
    return { type: 'list', formula1: lists.missing(), ...said('collection.workbook.say.missing') }
  const longText = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formula1: String(LONGEST_TEXT),
    ...said('collection.workbook.say.long'),
  } as const
  if (part === 'reason') return longText
  switch (field?.kind) {
    case undefined:
    case 'count':
    case 'share':
      return {
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        ...said(field?.kind === 'share' ? 'collection.workbook.say.share' : 'collection.workbook.say.whole'),
      }
    case 'money':
      return {
        type: 'decimal',
        operator: 'between',
        formula1: `-${NO_MORE}`,
        formula2: NO_MORE,
        ...said('collection.workbook.say.money'),
      }
    case 'date':
      // From 1900 to 2199: what is not a day of ours is a slip.
      return {
        type: 'date',
        operator: 'between',
        formula1: '1',
        formula2: '109574',
        ...said('collection.workbook.say.day'),
      }
    case 'choice':
      return {
        type: 'list',
        formula1: lists.choices(field.choices),
        ...said('collection.workbook.say.choice'),
      }
    default:
      return longText
  }
}

/** Places as ranges: cells below each other are one. */
function rangesOf(places: readonly LaidCell[]): string {
  const ranges: { column: number; from: number; to: number }[] = []
  for (const { row, column } of places.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = ranges.at(-1)
    if (last?.column === column && last.to === row - 1) last.to = row
    else ranges.push({ column, from: row, to: row })
  }
  return ranges
    .map(({ column, from, to }) =>
      [from, ...(to > from ? [to] : [])].map((row) => addressOf(row, column)).join(':'),
    )
    .join(' ')
}

import { cellText } from '../import/cell-text.ts'
import { type FindRow, Refusal } from '../import/column.ts'
import { joinedKey } from '../import/find-row.ts'
import type { Sheet } from '../import/sheet.ts'
import type { Row } from '../import/split-rows.ts'
import type { Mapping } from './mapping.ts'

type Fields = Readonly<Record<string, unknown>>
type Separator = ',' | ';'

/** What a file is laid over: the row that is stored under a key now, and rows of other sheets. */
export type Beside = { findStored: (key: string) => Fields | undefined; find: FindRow }

/** A row of a file that lacks some of our columns, with what is stored and what follows from its cells in their place. */
export function withStored(
  sheet: Sheet,
  row: Row,
  places: Mapping['columns'],
  separator: Separator,
  { findStored, find }: Beside,
): Row {
  const columns = Object.keys(sheet.columns)
  if (columns.every((column) => places[column] !== undefined)) return row
  const key = keyIn(sheet, row.cells, separator)
  if (key === undefined) return row
  const stored = findStored(key)
  const given = sheet.kept?.implied && givenIn(sheet, row.cells, separator)
  const implied = given ? (sheet.kept?.implied?.({ given, stored, find }) ?? {}) : {}
  const cells = row.cells.map((cell, index) => {
    const column = columns[index] ?? ''
    const isAbsent = places[column] === undefined && cell === ''
    return isAbsent ? cellText(column in implied ? implied[column] : stored?.[column]) : cell
  })
  return { ...row, cells }
}

const plain = (cell = '') => cell.normalize('NFC').trim()

/** What a row is known by, as its cells read; undefined when one of them cannot be read. */
function keyIn(sheet: Sheet, cells: Row['cells'], separator: Separator): string | undefined {
  const columns = Object.keys(sheet.columns)
  const parts = sheet.key.map((column) =>
    sheet.columns[column]?.read(plain(cells[columns.indexOf(column)]), separator),
  )
  return parts.some((part) => part instanceof Refusal) ? undefined : joinedKey(parts)
}

/** The filled cells as values; undefined when one of them cannot be read, which is said of the row anyway. */
function givenIn(sheet: Sheet, cells: Row['cells'], separator: Separator): Fields | undefined {
  const given = Object.entries(sheet.columns).flatMap(([column, { read }], index) => {
    const cell = plain(cells[index])
    return cell === '' ? [] : [[column, read(cell, separator)] as const]
  })
  return given.some(([, value]) => value instanceof Refusal) ? undefined : Object.fromEntries(given)
}

import { type CsvCell, writeCsv } from '../csv.ts'
import { plainDecimal } from '../decimal.ts'

/** A table as Excel in Latvian opens it with one click: a mark of the encoding, semicolons, decimal commas. */
export function writeExcelCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return writeCsv(
    columns,
    [...rows].map((cells) => cells.map(withComma)),
    ';',
  )
}

/** A number with a comma is no formula and no other text, so nothing else about it changes. */
const withComma = (cell: CsvCell): CsvCell =>
  typeof cell === 'number' ? plainDecimal(cell).replace('.', ',') : cell

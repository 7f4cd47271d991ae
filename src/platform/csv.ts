import { plainDecimal } from './decimal.ts'
import { disarm } from './formula.ts'

/** What may stand in a cell; null and undefined are empty. */
export type CsvCell = string | number | boolean | null | undefined

/**
 * Writes rows as CSV (RFC 4180) that is safe to open in a spreadsheet: a text that would run as a formula
 * gets a leading apostrophe, which importing takes away again. Begins with a byte order mark, by which spreadsheets
 * know the encoding.
 *
 * @param separator a semicolon is what Excel in Latvian takes apart
 */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  separator: ',' | ';' = ',',
): string {
  const lines = [columns, ...rows].map((cells) => `${cells.map(writeCell).join(separator)}\r\n`)
  return `\uFEFF${lines.join('')}`
}

/** A CSV file as an answer to a request, kept under the name given. */
export function csvResponse(name: string, columns: readonly string[], rows: Iterable<readonly CsvCell[]>) {
  return new Response(writeCsv(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    },
  })
}

function writeCell(cell: CsvCell): string {
  const text = asText(cell)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function asText(cell: CsvCell): string {
  if (typeof cell === 'string') return disarm(cell)
  return typeof cell === 'number' ? plainDecimal(cell) : String(cell ?? '')
}

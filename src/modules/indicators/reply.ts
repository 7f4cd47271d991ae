import { csvResponse } from '#platform/csv.ts'
import type { DownloadRow } from './download.ts'

/**
 * Rows as the kind of file that the address ends in. JSON says about all rows what `about` says.
 *
 * @param name of the file, without its ending
 */
export function fileOf<Column extends string>(
  pathname: string,
  name: string,
  about: object,
  columns: readonly Column[],
  rows: readonly DownloadRow<Column>[],
): Response {
  if (pathname.endsWith('.json')) return Response.json({ ...about, rows })
  const cells = rows.map((row) => columns.map((column) => row[column]))
  return csvResponse(`${name}.csv`, columns, cells)
}

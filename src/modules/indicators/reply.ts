import { csvResponse } from '#platform/csv.ts'
import type { DownloadRow } from './download.ts'

/**
 * Rows as the kind of file that the address ends in. JSON says about all rows what `about` says.
 *
 * @param name of the file, without its ending
 */
export function fileOf(
  pathname: string,
  name: string,
  about: object,
  rows: readonly DownloadRow[],
): Response {
  if (pathname.endsWith('.json')) return Response.json({ ...about, rows })
  return csvResponse(`${name}.csv`, Object.keys(rows[0] ?? {}), rows.map(Object.values<DownloadRow[string]>))
}

import type { AskedValues } from '../asked.ts'

type Query = Readonly<Record<string, string | null | undefined>>

/** An address of the public API with what is asked of it; what is absent or empty is not asked. */
export function apiAddress(path: string, query: Query = {}): string {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const search = new URLSearchParams(asked)
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

/** Every form of a list: as tables for programs, for Excel in Latvian and for any spreadsheet, and as data. */
export const apiFormats = (path: string, query?: Query) => ({
  csv: apiAddress(`${path}.csv`, query),
  excel: apiAddress(`${path}.excel.csv`, query),
  xlsx: apiAddress(`${path}.xlsx`, query),
  json: apiAddress(path, query),
})

/**
 * The answer to whoever asks for a file by the address of its page with an ending: where its page would refuse what is
 * asked, the page says so in words.
 */
export function unlessWrong(request: Request, asked: AskedValues, answer: () => Response): Response {
  if (asked.isRight) return answer()
  const { pathname, search } = new URL(request.url)
  const location = `${pathname.replace(/\.(csv|json)$/, '')}${search}`
  return new Response(null, { status: 302, headers: { location } })
}

/** Sends whoever asks for a file of former times to the list of the public API that took its place. */
export function redirectToList(request: Request, path: string, query?: Query): Response {
  const { csv, json } = apiFormats(path, query)
  const isCsv = new URL(request.url).pathname.endsWith('.csv')
  return new Response(null, { status: 302, headers: { location: isCsv ? csv : json } })
}

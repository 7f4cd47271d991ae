import { keyOf } from './find-row.ts'
import type { LoadedRow } from './loaded-rows.server.ts'
import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

type Sheets = Readonly<Record<string, Sheet>>
type Loaded = ReadonlyMap<string, readonly LoadedRow[]>
type Fields = Readonly<Record<string, unknown>>

/** A row that the database holds and the files no longer have. */
export type GoneRow = { sheet: string; file: string; key: string; row: LoadedRow }

/**
 * The rows that files of this data set once brought and that its files no longer have. A file that is absent
 * says nothing about its rows; one that is there says of each row that it does not have that it is gone.
 *
 * @param absent files that the folder does not have
 */
export function findGone(
  sheets: Sheets,
  loaded: Loaded,
  rows: Readonly<Record<string, readonly Fields[]>>,
  absent: ReadonlySet<string>,
): GoneRow[] {
  return [...loaded].flatMap(([name, held]) => {
    const sheet = sheets[name]
    // What must be there once is changed, never gone.
    if (!sheet || sheet.isRequired || absent.has(sheet.file)) return []
    const present = new Set((rows[name] ?? []).map((fields) => keyOf(fields, sheet.key)))
    return held
      .filter(({ isOwn, fields }) => isOwn && !present.has(keyOf(fields, sheet.key)))
      .map((row) => ({ sheet: name, file: sheet.file, key: keyOf(row.fields, sheet.key), row }))
  })
}

/** More than this of a file are counted instead of named. */
const MAXIMUM_NAMED = 20

/** The rows that are gone, in words: by file and name, the first of each file. */
export function describeGone(gone: readonly GoneRow[]): ImportProblem[] {
  return [...Map.groupBy(gone, ({ file }) => file)].flatMap(([file, rows]) => {
    const named = rows
      .slice(0, MAXIMUM_NAMED)
      .map(
        ({ key }): ImportProblem => ({ file, reason: 'platform.import.gone', values: { found: shown(key) } }),
      )
    const count = rows.length - named.length
    return count === 0 ? named : [...named, { file, reason: 'platform.import.goneMore', values: { count } }]
  })
}

import type { FindRow } from './column.ts'
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

const BETWEEN = ' · '
const keyOf = (fields: Fields, columns: readonly string[]) =>
  columns.map((column) => String(fields[column])).join(BETWEEN)

/** Which rows that stay point at rows that are gone: those cannot be withdrawn before these. */
export function findStillNeeded(sheets: Sheets, loaded: Loaded, gone: readonly GoneRow[]): ImportProblem[] {
  const leaving = new Set(gone.map(({ row }) => row))
  const find = finder(sheets, loaded)
  const problems = new Map<string, ImportProblem>()
  for (const [name, held] of loaded) {
    const { columns = {}, key = [], file = '', kept } = sheets[name] ?? {}
    const staying = held.filter((row) => !leaving.has(row))
    for (const [column, { pointsAt }] of Object.entries(columns)) {
      const target = pointsAt && sheets[pointsAt.sheet]
      if (!pointsAt || !target) continue
      const compared = pointsAt.columns ?? target.key
      const wanted = missedBy(gone, loaded.get(pointsAt.sheet) ?? [], pointsAt.sheet, compared, leaving)
      if (wanted.size === 0) continue
      for (const row of staying) {
        for (const parts of pointsAt.keysOf(row.fields[column], row.fields, find)) {
          const lost = wanted.get(parts.join(BETWEEN))?.find((one) => isOfTheSame(one, row, target, kept))
          if (!lost) continue
          const place = `${lost.file} ${lost.key} ${file}`
          const before = problems.get(place)
          if (before) before.others = (before.others ?? 0) + 1
          else {
            const values = { found: shown(lost.key), from: file, by: shown(keyOf(row.fields, key)) }
            problems.set(place, { file: lost.file, reason: 'platform.import.stillNeeded', values })
          }
        }
      }
    }
  }
  return [...problems.values()]
}

/** The keys that no row has any more once those that are gone have left. */
function missedBy(
  gone: readonly GoneRow[],
  held: readonly LoadedRow[],
  sheet: string,
  columns: readonly string[],
  leaving: ReadonlySet<LoadedRow>,
) {
  const lost = Map.groupBy(
    gone.filter((one) => one.sheet === sheet),
    ({ row }) => keyOf(row.fields, columns),
  )
  if (lost.size === 0 || columns.length === 0) return lost
  const scopeOf = (row: LoadedRow) => row.stored.strategy_id ?? row.stored.target_set_id
  for (const row of held) {
    if (leaving.has(row)) continue
    const key = keyOf(row.fields, columns)
    const left = lost.get(key)?.filter((one) => scopeOf(one.row) !== scopeOf(row))
    if (left) lost.set(key, left)
  }
  return lost
}

/** A goal belongs to its strategy: another strategy's rows that name a goal like it mean their own. */
function isOfTheSame(lost: GoneRow, row: LoadedRow, target: Sheet, kept: Sheet['kept']): boolean {
  const within = target.kept?.within
  if (within === undefined) return true
  return kept?.within === within ? row.stored[within] === lost.row.stored[within] : row.isOwn
}

function finder(sheets: Sheets, loaded: Loaded): FindRow {
  const indexes = new Map<string, Map<string, Fields>>()
  return (name, wanted) => {
    const key = sheets[name]?.key ?? []
    const index =
      indexes.get(name) ?? new Map((loaded.get(name) ?? []).map(({ fields }) => [keyOf(fields, key), fields]))
    indexes.set(name, index)
    return index.get(wanted.map(String).join(BETWEEN))
  }
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

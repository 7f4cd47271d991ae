import type { Reference } from './column.ts'
import { joinedKey, keyOf, rowFinder } from './find-row.ts'
import type { GoneRow } from './gone.ts'
import type { LoadedRow } from './loaded-rows.server.ts'
import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

type Sheets = Readonly<Record<string, Sheet>>
type Loaded = ReadonlyMap<string, readonly LoadedRow[]>

/**
 * Which rows that stay point at rows that are gone: those cannot be withdrawn before these. Once for each of
 * them and file that points at it, with the number of the other rows.
 */
export function findStillNeeded(sheets: Sheets, loaded: Loaded, gone: readonly GoneRow[]): ImportProblem[] {
  const leaving = new Set(gone.map(({ row }) => row))
  const staying = new Map([...loaded].map(([name, rows]) => [name, rows.filter((row) => !leaving.has(row))]))
  const find = rowFinder(sheets, (name) => (loaded.get(name) ?? []).map(({ fields }) => fields))
  const problems = new Map<string, ImportProblem>()
  for (const { from, pointsAt, target } of pointersOf(sheets, loaded)) {
    const missed = missedKeys(gone, staying, pointsAt, target)
    if (missed.size === 0) continue
    for (const row of staying.get(from.name) ?? []) {
      for (const parts of pointsAt.keysOf(row.fields[from.column], row.fields, find)) {
        const lost = missed.get(joinedKey(parts))?.find((one) => isOfTheSame(one, row, target, from.sheet))
        if (lost) addTo(problems, lost, from.sheet, row)
      }
    }
  }
  return [...problems.values()]
}

function pointersOf(sheets: Sheets, loaded: Loaded) {
  return [...loaded.keys()].flatMap((name) => {
    const sheet = sheets[name]
    return Object.entries(sheet?.columns ?? {}).flatMap(([column, { pointsAt }]) => {
      const target = sheets[pointsAt?.sheet ?? '']
      return sheet && pointsAt && target ? [{ from: { name, column, sheet }, pointsAt, target }] : []
    })
  })
}

/** The keys, as the reference compares them, that no row has any more once those that are gone have left. */
function missedKeys(
  gone: readonly GoneRow[],
  staying: Loaded,
  { sheet, columns: compared }: Reference,
  target: Sheet,
): Map<string, GoneRow[]> {
  const columns = compared ?? target.key
  const lost = Map.groupBy(
    gone.filter((one) => one.sheet === sheet),
    ({ row }) => keyOf(row.fields, columns),
  )
  if (lost.size === 0) return lost
  const within = target.kept?.within
  const scopeOf = ({ stored }: LoadedRow) => (within === undefined ? undefined : stored[within])
  for (const row of staying.get(sheet) ?? []) {
    const key = keyOf(row.fields, columns)
    const left = lost.get(key)?.filter((one) => scopeOf(one.row) !== scopeOf(row))
    if (left) lost.set(key, left)
  }
  return lost
}

/** A goal belongs to its strategy: another strategy's rows that name a goal like it mean their own. */
function isOfTheSame(lost: GoneRow, row: LoadedRow, target: Sheet, { kept }: Sheet): boolean {
  const within = target.kept?.within
  if (within === undefined) return true
  return kept?.within === within ? row.stored[within] === lost.row.stored[within] : row.isOwn
}

function addTo(problems: Map<string, ImportProblem>, lost: GoneRow, { file, key }: Sheet, row: LoadedRow) {
  const place = `${lost.file} ${lost.key} ${file}`
  const before = problems.get(place)
  if (before) before.others = (before.others ?? 0) + 1
  else {
    const values = { found: shown(lost.key), from: file, by: shown(keyOf(row.fields, key)) }
    problems.set(place, { file: lost.file, reason: 'platform.import.stillNeeded', values })
  }
}

import type { FindRow, Reference } from './column.ts'
import { joinedKey, keyOf, rowFinder } from './find-row.ts'
import { findNearest } from './nearest.ts'
import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

type Row = Readonly<Record<string, unknown>>

/** What was read of a sheet. */
export type SheetContent = {
  rows: readonly (Row & { line: number })[]
  /** Keys of rows that have mistakes: they are there for whoever points at them. */
  broken: readonly Row[]
  /** Whether the key of some row could not be read: it may be any that others point at. */
  hasUnknownKeys: boolean
  /** `unreadable`: nothing can be said about its rows. */
  state: 'read' | 'absent' | 'unreadable'
}

/**
 * Says which rows point at something that is not there: once for each missing key, with the line that names
 * it first. Where a whole sheet is absent or without rows, that is said instead, and where one could not be
 * read, it has been said already.
 */
export function findDanglingReferences(
  sheets: Readonly<Record<string, Sheet>>,
  contents: Readonly<Record<string, SheetContent>>,
): ImportProblem[] {
  const context = {
    dangling: new Set<object>(),
    find: rowFinder(sheets, (name) => contents[name]?.rows ?? []),
  }
  const byTarget = Map.groupBy(pointersOf(sheets, contents), ({ pointsAt }) => pointsAt.sheet)
  return [...byTarget].flatMap(([name, pointers]) => {
    const target = sheets[name]
    const content = contents[name]
    if (!target || !content || content.state === 'unreadable' || content.hasUnknownKeys) return []
    const missing = pointers.flatMap((one) => missingKeys(one, content, target, context))
    const isEmpty = content.rows.length + content.broken.length === 0
    const mayBeEmpty = pointers.some(({ pointsAt }) => pointsAt.builtIn !== undefined)
    return isEmpty && !mayBeEmpty ? needed(target.file, content.state, missing) : missing
  })
}

type Pointer = { file: string; column: string; rows: SheetContent['rows']; pointsAt: Reference }

/** Those that stand for themselves come first: a group of an unknown survey is no second mistake. */
function pointersOf(
  sheets: Readonly<Record<string, Sheet>>,
  contents: Readonly<Record<string, SheetContent>>,
): Pointer[] {
  const all = Object.entries(sheets).flatMap(([name, { file, columns }]) =>
    Object.entries(columns).flatMap(([column, { pointsAt }]) =>
      pointsAt ? [{ file, column, rows: contents[name]?.rows ?? [], pointsAt }] : [],
    ),
  )
  return all.sort((a, b) => Number(a.pointsAt.isWithin ?? false) - Number(b.pointsAt.isWithin ?? false))
}

function missingKeys(
  { file, column, rows, pointsAt }: Pointer,
  content: SheetContent,
  target: Sheet,
  { dangling, find }: { dangling: Set<object>; find: FindRow },
): ImportProblem[] {
  const columns = pointsAt.columns ?? target.key
  // Of rows with mistakes only the keys are known.
  if (content.broken.length > 0 && columns.some((one) => !target.key.includes(one))) return []
  const { builtIn } = pointsAt
  const own = rows.filter((row) => !(pointsAt.isWithin && dangling.has(row)))
  const keysOf = (row: Row) => pointsAt.keysOf(row[column], row, find).map(joinedKey)
  const missing = keysNotIn(content, columns, own, keysOf)
  for (const one of builtIn ?? []) missing.delete(one)
  if (missing.size === 0) return []
  const problems = new Map<string, ImportProblem>()
  for (const row of own) {
    for (const found of keysOf(row)) {
      if (!missing.has(found)) continue
      dangling.add(row)
      const before = problems.get(found)
      if (before) before.others = (before.others ?? 0) + 1
      else problems.set(found, { file, line: row.line, column, ...isNotIn(found, target.file, builtIn) })
    }
  }
  const all = [...problems.values()]
  const present = [...content.rows, ...content.broken].map((row) => keyOf(row, columns))
  const known = new Set([...(builtIn ?? []), ...present])
  for (const problem of all.slice(0, MOST_COMPARED)) nameNearest(problem, known)
  return all
}

/** Keys that some rows point at and that no row has: those pointed at are kept, of which there are few, and crossed out. */
function keysNotIn(
  { rows, broken }: SheetContent,
  columns: readonly string[],
  pointing: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): Set<string> {
  const wanted = new Set<string>()
  for (const row of pointing) for (const key of keysOf(row)) wanted.add(key)
  for (const present of [rows, broken]) {
    for (const row of present) {
      if (wanted.size === 0) return wanted
      wanted.delete(keyOf(row, columns))
    }
  }
  return wanted
}

/** A person reads no more suggestions than this, and each takes time. */
const MOST_COMPARED = 100

const isNotIn = (
  found: string,
  where: string,
  builtIn?: readonly string[],
): Pick<ImportProblem, 'reason' | 'values'> =>
  builtIn === undefined
    ? { reason: 'platform.import.reference', values: { found: shown(found), where } }
    : {
        reason: 'platform.import.notListed',
        values: { found: shown(found), where, allowed: builtIn.join(', ') },
      }

/** Only the last part is compared: codes of another survey are not what was meant. */
function nameNearest(problem: ImportProblem, known: ReadonlySet<string>) {
  const found = String(problem.values.found)
  const beginning = /^.* · |^/.exec(found)?.[0] ?? ''
  const alike = [...known]
    .filter((one) => one.startsWith(beginning))
    .map((one) => one.slice(beginning.length))
  const isOfList = problem.reason === 'platform.import.notListed'
  const wanted = found.slice(beginning.length)
  // Words of a short list are told apart by more letters than codes are.
  const near = findNearest(wanted, new Set(alike), isOfList && wanted.length > 4 ? 2 : undefined)
  if (near === undefined) return
  problem.reason = isOfList ? 'platform.import.notListedNear' : 'platform.import.referenceNear'
  problem.values = { ...problem.values, near: shown(beginning + near) }
}

/** One problem of the sheet at which all the missing keys point. */
function needed(file: string, state: 'read' | 'absent', missing: readonly ImportProblem[]): ImportProblem[] {
  const [first] = missing
  if (!first) return []
  const keys = [...new Set(missing.map(({ values }) => String(values.found)))]
  const values = { from: first.file, found: shown(keys.slice(0, 5).join(', ')), keys: keys.length }
  const reason = state === 'absent' ? 'platform.import.fileNeeded' : 'platform.import.rowsNeeded'
  return [{ file, reason, values }]
}

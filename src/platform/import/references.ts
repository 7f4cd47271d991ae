import { type Column, optional, type Reference } from './column.ts'
import { code, key, pairs } from './columns.ts'
import { findNearest } from './nearest.ts'
import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

type Row = Readonly<Record<string, unknown>>
type Conditions = {
  /** Columns of the same row that come before the cell in the other sheet's key, e.g. the survey. */
  within?: readonly string[]
  /** Columns of the other sheet that are compared; its key unless said otherwise. */
  columns?: readonly string[]
  /** Whether a row's cell points anywhere at all. */
  when?: (row: Row) => boolean
}

/** A column whose cells, or each of whose parts, are keys of another sheet. */
export function pointing<Value>(
  column: Column<Value>,
  sheet: string,
  { within = [], columns, when = () => true }: Conditions = {},
): Column<Value> {
  const keysOf: Reference['keysOf'] = (value, row) => {
    const values = value === null ? [] : [value].flat()
    return when(row) ? values.map((one) => [...within.map((name) => String(row[name])), String(one)]) : []
  }
  return {
    ...column,
    pointsAt: { sheet, keysOf, isWithin: within.length > 0, ...(columns ? { columns } : {}) },
  }
}

/** A code that must be among another sheet's. */
export const reference = (sheet: string, conditions?: Conditions) => pointing(code, sheet, conditions)

/** The same where the cell may be empty. */
export const optionalReference = (sheet: string, conditions?: Conditions) =>
  optional(reference(sheet, conditions))

/** A key of several parts (`5/guardian/preschool`) that must be among another sheet's. */
export const keyReference = (sheet: string, conditions?: Conditions) => pointing(key, sheet, conditions)

/** `name=value` pairs each of which must be a row of another sheet. */
export const pairsReference = (sheet: string) => ({
  ...pairs,
  pointsAt: { sheet, keysOf: (value: unknown) => Object.entries(value as Record<string, string>) },
})

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
  const dangling = new Set<object>()
  const byTarget = Map.groupBy(pointersOf(sheets, contents), ({ pointsAt }) => pointsAt.sheet)
  return [...byTarget].flatMap(([name, pointers]) => {
    const target = sheets[name]
    const content = contents[name]
    if (!target || !content || content.state === 'unreadable' || content.hasUnknownKeys) return []
    const missing = pointers.flatMap((one) => missingKeys(one, content, target, dangling))
    const isEmpty = content.rows.length + content.broken.length === 0
    return isEmpty ? needed(target.file, content.state, missing) : missing
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
  dangling: Set<object>,
): ImportProblem[] {
  const columns = pointsAt.columns ?? target.key
  const present = [...content.rows, ...content.broken]
  const known = new Set(present.map((row) => joined(columns.map((one) => row[one]))))
  const problems = new Map<string, ImportProblem>()
  for (const row of rows) {
    if (pointsAt.isWithin && dangling.has(row)) continue
    for (const parts of pointsAt.keysOf(row[column], row)) {
      const found = joined(parts)
      if (known.has(found)) continue
      dangling.add(row)
      const before = problems.get(found)
      if (before) before.others = (before.others ?? 0) + 1
      else problems.set(found, { file, line: row.line, column, ...isNotIn(found, target.file) })
    }
  }
  const all = [...problems.values()]
  for (const problem of all.slice(0, MOST_COMPARED)) nameNearest(problem, known)
  return all
}

/** A person reads no more suggestions than this, and each takes time. */
const MOST_COMPARED = 100

const joined = (parts: readonly unknown[]) => parts.map(String).join(' · ')

const isNotIn = (found: string, where: string) => ({
  reason: 'platform.import.reference' as const,
  values: { found: shown(found), where },
})

function nameNearest(problem: ImportProblem, known: ReadonlySet<string>) {
  const near = findNearest(String(problem.values.found), known)
  if (near === undefined) return
  problem.reason = 'platform.import.referenceNear'
  problem.values = { ...problem.values, near: shown(near) }
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

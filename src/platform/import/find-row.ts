import type { FindRow } from './column.ts'
import type { Sheet } from './sheet.ts'

type Row = Readonly<Record<string, unknown>>

const BETWEEN = ' · '

/** The parts of a key as one text, by which keys are compared and shown. */
export const joinedKey = (parts: readonly unknown[]) => parts.map(String).join(BETWEEN)

/** A row's key by some of its columns. */
export const keyOf = (row: Row, columns: readonly string[]) => joinedKey(columns.map((column) => row[column]))

/** Finds rows by key, making a list of each sheet's keys when it is first asked for. */
export function rowFinder(
  sheets: Readonly<Record<string, Sheet>>,
  rowsOf: (sheet: string) => readonly Row[],
): FindRow {
  const indexes = new Map<string, Map<string, Row>>()
  return (name, wanted) => {
    const key = sheets[name]?.key ?? []
    const index = indexes.get(name) ?? new Map(rowsOf(name).map((row) => [keyOf(row, key), row]))
    indexes.set(name, index)
    return index.get(joinedKey(wanted))
  }
}

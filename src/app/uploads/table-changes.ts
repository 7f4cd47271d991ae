import { cellText } from '#platform/import/cell-text.ts'
import { keyOf } from '#platform/import/find-row.ts'
import type { PlanRow } from '#platform/import/plan-rows.server.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { SentTable } from './read-parts.server.ts'

type Fields = Readonly<Record<string, unknown>>

/** How the rows of one table differ from what is stored. */
export type TableChanges = {
  name: string
  sheet: Sheet
  added: readonly string[]
  changed: readonly { key: string; cells: readonly CellChange[] }[]
  unchanged: number
  /** Keys of stored rows that the file does not have. */
  gone: readonly string[]
}
export type CellChange = { column: string; from: string; to: string }

/**
 * How what was sent of a table differs from what is stored.
 *
 * @param sent with the keys of rows that have mistakes: they are in the file all the same
 */
export function compareTable(
  { name, sheet, read: { rows, broken } }: SentTable,
  stored: readonly PlanRow[],
): TableChanges {
  const before = new Map(stored.map(({ fields }) => [keyOf(fields, sheet.key), fields]))
  const present = new Set<string>()
  const added: string[] = []
  const changed: { key: string; cells: CellChange[] }[] = []
  for (const row of rows) {
    const key = keyOf(row, sheet.key)
    present.add(key)
    const known = before.get(key)
    if (!known) {
      added.push(key)
      continue
    }
    const kept: Fields = { ...row, ...sheet.kept?.asKept?.(row) }
    const cells = Object.keys(sheet.columns).flatMap((column): CellChange[] => {
      const [from, to] = [cellText(known[column]), cellText(kept[column])]
      return from === to ? [] : [{ column, from, to }]
    })
    if (cells.length > 0) changed.push({ key, cells })
  }
  const named = new Set([...present, ...broken.map((row) => keyOf(row, sheet.key))])
  const gone = sheet.isRequired ? [] : [...before.keys()].filter((key) => !named.has(key))
  return { name, sheet, added, changed, unchanged: present.size - added.length - changed.length, gone }
}

/** A key as somebody reads it: what is not stated is left out. */
export const shownKey = (key: string) => key.replaceAll('null', '–')

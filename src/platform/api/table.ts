import type { CsvCell } from '../csv.ts'

/** How the items of a list are written as rows: an item may give several. */
export type Table<Item> = { header: readonly string[]; rowsOf: (item: Item) => CsvCell[][] }

/**
 * Describes the flat form of a list.
 *
 * @param rowsOf what an item's rows are made of
 * @param columns how each cell of a row is read, by the column's name
 */
export function tableOf<Item, Row>(
  rowsOf: (item: Item) => Row[],
  columns: Readonly<Record<string, (row: Row) => CsvCell>>,
): Table<Item> {
  const readers = Object.values(columns)
  return {
    header: Object.keys(columns),
    rowsOf: (item) => rowsOf(item).map((row) => readers.map((read) => read(row))),
  }
}

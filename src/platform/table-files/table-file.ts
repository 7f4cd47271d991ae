import type { CsvCell } from '../csv.ts'
import type { LocalText } from '../texts/text.ts'

/** In which forms a table can be taken away, by the ending of its address. */
export const FILE_FORMS = ['csv', 'excel.csv', 'xlsx'] as const
export type FileForm = (typeof FILE_FORMS)[number]

/** What a column is called and what stands in it. */
export type ColumnWords = { name: LocalText; meaning: LocalText }

/** A table to be taken away, with what it says of itself. */
export type TableFile = {
  title: LocalText
  columns: readonly string[]
  rows: readonly (readonly CsvCell[])[]
  /** Of which instant the figures are; null where the table is about several municipalities or has no such state. */
  asOf: string | null
  /** Where the same is read as data, and where it goes on when the file holds a part of it. */
  address: string
  next: string | null
}

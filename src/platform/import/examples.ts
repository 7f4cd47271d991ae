import { writeCsv } from '../csv.ts'
import type { TextKey } from '../texts/text.ts'
import type { Sheet } from './sheet.ts'

/** What is in one file: its purpose, and a row or more that show how it is written, cell by cell. */
export type Example<Columns extends string = string> = {
  about: TextKey
  rows: readonly Readonly<Partial<Record<Columns, string>>>[]
}

/** An example for each of some sheets; together they can be loaded. */
export type ExamplesOf<Sheets extends Readonly<Record<string, Sheet>>> = {
  readonly [Name in keyof Sheets]: Example<keyof Sheets[Name]['columns'] & string>
}

/** A file with its headings and the example rows, as Excel in Latvian opens it. */
export function exampleFile({ columns }: Sheet, { rows }: Example): string {
  const names = Object.keys(columns)
  return writeCsv(
    names,
    rows.map((row) => names.map((name) => row[name])),
    ';',
  )
}

import type { Column, ValueOf } from './column.ts'

type Columns = Record<string, Column<unknown>>

/**
 * A file of rows that can be loaded: its name, its columns, and the columns that tell one row from another.
 * A sheet that is not required may be absent, which says nothing about its rows; one that is there with a
 * header only says that it has none.
 */
export type Sheet<Shape extends Columns = Columns> = {
  file: string
  columns: Shape
  key: readonly string[]
  isRequired: boolean
}

/** A row that was read, with the line it stood on. */
export type SheetRow<S> =
  S extends Sheet<infer Shape> ? { [Name in keyof Shape]: ValueOf<Shape[Name]> } & { line: number } : never

/** The rows of several sheets by the name each has in code. */
export type RowsOf<Sheets extends Record<string, Sheet>> = {
  [Name in keyof Sheets]: SheetRow<Sheets[Name]>[]
}

export function sheet<Shape extends Columns>(
  file: string,
  key: readonly (keyof Shape & string)[],
  columns: Shape,
  { isRequired = false } = {},
): Sheet<Shape> {
  return { file, columns, key, isRequired }
}

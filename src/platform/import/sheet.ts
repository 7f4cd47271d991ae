import type { Column, FindRow, ValueOf } from './column.ts'

type Columns = Record<string, Column<unknown>>
type Fields = Readonly<Record<string, unknown>>

/** A row of a file that does not have every column, as it is laid over what is stored. */
export type Brought = {
  /** Cells that the file fills. */
  given: Fields
  /** What is stored under the row's key now. */
  stored: Fields | undefined
  find: FindRow
}

/** Where a sheet's rows are kept in the database. */
export type Kept = {
  table: string
  /** `append` keeps every revision as a row of its own; `change` keeps the history beside the table. */
  writing: 'change' | 'append'
  /** Column that says whose the row is besides the municipality's: a strategy's, a target set's. */
  within?: string
  /** Table in which that column's ids stand beside the plan's key; without one the column holds the key itself. */
  withinTable?: string
  /** Rows have an id, by which others hold them: a column `x` that points here is kept as `x_id`. */
  hasId?: boolean
  /** Rows are states of things that have their ids in another table, by their first key column; some columns of the sheet stand there. */
  statesOf?: { table: string; column: string; columns?: readonly string[] }
  /** Columns of the table by those of the sheet, where they are called otherwise. */
  columns?: Readonly<Record<string, string>>
  /** Cells as they are kept where that is not as they were read: what goes without saying, what another cell overrides. */
  asKept?: (fields: Fields) => Fields
  /**
   * Cells that follow from what a file brings, in columns that it does not have: what contradicts it is emptied, what
   * goes without saying is filled. Other columns keep what is stored.
   */
  implied?: (row: Brought) => Fields
}

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
  kept: Kept | undefined
  /** Columns that the same rows have when they are downloaded, which were computed: loading passes over them. */
  computed: readonly string[]
  /** Columns that files written before them do not have; there they are as if their cells were empty. */
  added: readonly string[]
  /** Those of them that leave what is stored as it is where a file does not have them. */
  keeping: readonly string[]
}

/** A row that was read, with the line it stood on. */
export type SheetRow<S> =
  S extends Sheet<infer Shape> ? { [Name in keyof Shape]: ValueOf<Shape[Name]> } & { line: number } : never

/** The rows of several sheets by the name each has in code. */
export type RowsOf<Sheets> = { [Name in keyof Sheets]: SheetRow<Sheets[Name]>[] }

/** Every sheet of the product. Each module adds its own where it describes them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllSheets {}
export type AllRows = RowsOf<AllSheets>

export function sheet<Shape extends Columns>(
  file: string,
  key: readonly (keyof Shape & string)[],
  columns: Shape,
  {
    isRequired = false,
    kept,
    computed = [],
    added = [],
    keeping = [],
  }: {
    isRequired?: boolean
    kept?: Kept
    computed?: readonly string[]
    added?: readonly (keyof Shape & string)[]
    keeping?: readonly (keyof Shape & string)[]
  } = {},
): Sheet<Shape> {
  return { file, columns, key, isRequired, kept, computed, added, keeping }
}

/** Rows that are changed in place. */
export const changing = (table: string, rest: Omit<Kept, 'table' | 'writing'> = {}) => ({
  kept: { table, writing: 'change' as const, ...rest },
})

/** Rows of which each revision is one more. */
export const appending = (table: string, rest: Omit<Kept, 'table' | 'writing'> = {}) => ({
  kept: { table, writing: 'append' as const, ...rest },
})

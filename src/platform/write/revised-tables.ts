import type {
  AppendedRow,
  ChangingRow,
  InnerAppendedRow,
  InnerChangingRow,
} from '../database/row-kinds.server.ts'
import type { AllTables } from '../database/types.server.ts'

/** Tables whose rows are revised: changed in place with a history, or appended. */
export type RevisedTable = {
  [Name in keyof AllTables]: AllTables[Name] extends InnerChangingRow | InnerAppendedRow ? Name : never
}[keyof AllTables] &
  string

/** Columns that revising itself fills, and those that the writer may leave out. */
type Filled = Exclude<keyof ChangingRow | keyof AppendedRow, keyof Optional>
type Optional = { id: string; origin_file: string | null; origin_row: number | null }

/** A row as the writer gives it. */
export type RevisedRow<Name extends RevisedTable> = Omit<AllTables[Name], Filled | keyof Optional> &
  Partial<Optional>

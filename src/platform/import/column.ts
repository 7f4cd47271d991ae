import type { ImportProblem } from './problems.ts'
import type { Writing } from './separator.ts'
import { shown } from './shown.ts'

/** Why a cell cannot be read. */
export class Refusal {
  readonly reason: ImportProblem['reason']
  readonly values: ImportProblem['values']

  constructor(reason: ImportProblem['reason'], values: ImportProblem['values'] = {}) {
    this.reason = reason
    this.values = values
  }
}

/** Reads a cell's text, which is trimmed and in Unicode's composed form, or refuses it. */
export type ReadCell<Value> = (cell: string, separator: Writing['separator']) => Value | Refusal

type Row = Readonly<Record<string, unknown>>

/** Finds a row of a sheet by its key, for references that go by way of another row. */
export type FindRow = (sheet: string, key: readonly unknown[]) => Row | undefined

/** Which rows of another sheet a cell points at. */
export type Reference = {
  /** Name of the other sheet in code. */
  sheet: string
  /** Columns of that sheet which the keys are compared with; its key unless said otherwise. */
  columns?: readonly string[]
  /** Whether the key begins with other cells of the row, which point at something themselves. */
  isWithin?: boolean
  /** Keys that are known without standing in the other sheet, which may then be absent. */
  builtIn?: readonly string[]
  /** Keys that the row points at, part by part. */
  keysOf: (value: unknown, row: Row, find: FindRow) => readonly (readonly string[])[]
}

/** What a spreadsheet may know of a column's cells, to offer choices and to write numbers and days as such. */
export type CellForm =
  | { kind: 'text' | 'code' | 'whole' | 'decimal' | 'date' | 'period' | 'list' }
  | { kind: 'choice'; choices: readonly string[] }

/** A column of a file: how its cells are read, and what they point at. */
export type Column<Value> = {
  read: ReadCell<Value>
  /** Nothing is known of it unless said. */
  form?: CellForm
  /** An empty cell means “not stated”. */
  isOptional?: boolean
  pointsAt?: Reference
}

/** What a column's cells become. */
export type ValueOf<C> = C extends Column<infer Value> ? Value : never

export const column = <Value>(read: ReadCell<Value>, form?: CellForm): Column<Value> =>
  form ? { read, form } : { read }

/** The same column where an empty cell is allowed and means “not stated”. */
export function optional<Value>({ read, ...rest }: Column<Value>): Column<Value | null> {
  return {
    ...rest,
    isOptional: true,
    read: (cell, separator) => (cell === '' ? null : read(cell, separator)),
  }
}

/** Refuses a cell, repeating it as a message may. */
export const refuse = (
  reason: ImportProblem['reason'],
  found: string,
  values: ImportProblem['values'] = {},
): Refusal => new Refusal(reason, { found: shown(found), ...values })

/** Refuses what is not among the possible ones. */
export const refuseChoice = (found: string, allowed: string) =>
  refuse('platform.import.choice', found, { allowed })

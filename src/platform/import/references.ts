import { type Column, optional, type Reference } from './column.ts'
import { code, key } from './columns.ts'

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
  const isWithin = within.length > 0
  return { ...column, pointsAt: { sheet, keysOf, isWithin, ...(columns ? { columns } : {}) } }
}

/** A code that must be among another sheet's. */
export const reference = (sheet: string, conditions?: Conditions) => pointing(code, sheet, conditions)

/** The same where the cell may be empty. */
export const optionalReference = (sheet: string, conditions?: Conditions) =>
  optional(reference(sheet, conditions))

/** A key of several parts (`5/guardian/preschool`) that must be among another sheet's. */
export const keyReference = (sheet: string, conditions?: Conditions) => pointing(key, sheet, conditions)

/** A column that points at rows in a way of its own, such as by the parts of its value. */
export const pointingBy = <Value>(
  column: Column<Value>,
  pointsAt: Omit<Reference, 'keysOf'> & {
    keysOf: (value: Value, ...rest: [row: Row, find: Parameters<Reference['keysOf']>[2]]) => string[][]
  },
): Column<Value> => ({ ...column, pointsAt: pointsAt as Reference })

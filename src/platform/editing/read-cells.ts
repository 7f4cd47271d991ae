import { plainDecimal } from '../decimal.ts'
import type { Complaint, Complaints } from '../forms/form.ts'
import { type Column, Refusal, type ValueOf } from '../import/column.ts'
import { forbiddenIn } from '../import/decode.ts'
import { refuseLarge } from '../import/read-row.ts'
import type { Typed } from './edit.ts'

/** People here write decimals with a comma; with a semicolon between cells a file may do both. */
const SEPARATOR = ';'

type Values<Columns> = { [Name in keyof Columns]: ValueOf<Columns[Name]> }

/**
 * Reads what was typed by the columns of a file, so that a form complains of the same things as loading does.
 *
 * @returns the values that can be read, and what is wrong with the others by field
 */
export function readCells<Columns extends Readonly<Record<string, Column<unknown>>>>(
  columns: Columns,
  typed: Typed,
): { values: Partial<Values<Columns>>; complaints: Complaints } {
  const values: Record<string, unknown> = {}
  const complaints: Record<string, Complaint[]> = {}
  for (const [name, column] of Object.entries(columns)) {
    const value = readTyped(column, typed[name] ?? '')
    if (value instanceof Refusal) complaints[name] = [complaintOf(value)]
    else values[name] = value
  }
  return { complaints, values: values as Partial<Values<Columns>> }
}

/** One field's value, or why it cannot be read. */
export function readTyped<Value>(column: Column<Value>, typed: string): Value | Refusal {
  const cell = typed.normalize('NFC').trim()
  const forbidden = forbiddenIn(cell)
  if (forbidden) return new Refusal(forbidden.reason, forbidden.values)
  return refuseLarge(cell) ?? column.read(cell, SEPARATOR)
}

export const complaintOf = ({ reason, values }: Pick<Refusal, 'reason' | 'values'>): Complaint =>
  reason === 'platform.import.required' ? { reason: 'platform.form.missing' } : { reason, values }

/** How a stored value is typed: numbers with a comma, yes and no in the words of files. */
export function asTyped(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return plainDecimal(value).replace('.', ',')
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

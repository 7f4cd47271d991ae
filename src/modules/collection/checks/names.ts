import { cellName } from '../form/fields.ts'
import type { CallElement, FieldKind } from '../model.ts'
import type { ValueType } from './functions.ts'

/** What a name in an expression stands for: one field, or all cells of a column. */
export type Named = { type: ValueType; isColumn: boolean; isShare: boolean; fields: readonly string[] }

/** The row of a table in which a formula of a column is read: there a column's name alone means its cell. */
export type Row = { element: string; row: string }

type Asked = Pick<CallElement, 'key' | 'kind' | 'rows' | 'columns'>

const TYPES: Readonly<Record<FieldKind | 'photo', ValueType>> = {
  count: 'number',
  money: 'number',
  share: 'number',
  date: 'text',
  choice: 'text',
  text: 'text',
  photo: 'text',
}

/** Names that an expression may use. */
export type Names = { get: (name: string) => Named | undefined }

/** Every name that expressions about these elements may use, and what it stands for. */
export function namesOf(elements: readonly Asked[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>()
  const add = (name: string, kind: FieldKind | 'photo', fields: readonly string[], isColumn = false) =>
    names.set(name, { type: TYPES[kind], isColumn, isShare: kind === 'share', fields })
  for (const { key, kind, rows, columns } of elements) {
    if (kind !== 'table') add(key, kind, [key])
    else
      for (const column of columns) {
        const cells = rows.map((one) => cellName(key, one.key, column.key))
        add(`${key}.${column.key}`, column.kind, cells, true)
        for (const one of rows) {
          const cell = cellName(key, one.key, column.key)
          add(cell, column.kind, [cell])
        }
      }
  }
  return names
}

/** The same within a row of a table, where the name of a column is its cell. Many rows share the rest. */
export function namesInRow(names: Names, { element, row }: Row): Names {
  const cellOf = (name: string) => names.get(cellName(element, row, name))
  return { get: (name) => (name.includes('.') ? undefined : cellOf(name)) ?? names.get(name) }
}

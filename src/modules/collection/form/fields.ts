import type { LocalText } from '#platform/texts/text.ts'
import type { CallElement, FieldKind, Option } from '../model.ts'

/** The smallest thing that is filled in: an element, or a cell of a table. */
export type Field = {
  /** `pupils`, or `classes.5.pupils`: element, row, column. */
  name: string
  element: CallElement
  row: Option | null
  column: Option | null
  kind: FieldKind | 'photo'
  unit: string | null
  choices: readonly Option[]
  computed: string | null
  isRequired: boolean
  label: { name: LocalText; row: LocalText | null; column: LocalText | null }
}

/** Every field of a form, in its order. */
export function fieldsOf(elements: readonly CallElement[]): Field[] {
  return elements.flatMap((element): Field[] => {
    const { key, kind, unit, choices, computed, isRequired, name } = element
    if (kind !== 'table')
      return [
        {
          name: key,
          element,
          row: null,
          column: null,
          kind,
          unit,
          choices,
          computed,
          isRequired,
          label: { name, row: null, column: null },
        },
      ]
    return element.rows.flatMap((row) =>
      element.columns.map((column) => ({
        name: cellName(key, row.key, column.key),
        element,
        row,
        column,
        kind: column.kind,
        unit: column.unit,
        choices: column.choices,
        computed: column.computed,
        isRequired,
        label: { name, row: row.name, column: column.name },
      })),
    )
  })
}

/** The name of a cell of a table. */
export const cellName = (element: string, row: string, column: string) => `${element}.${row}.${column}`

/** Names of inputs of a field: of a share both parts are typed; instead of a value stands why there is none. */
export const inputsOf = (field: string) => ({
  value: field,
  denominator: `${field}:of`,
  missing: `${field}:missing`,
  reason: `${field}:why`,
})

/** Name of the input in which a soft check is commented on. */
export const commentOf = (check: string) => `check:${check}`
/** Name of the input that says how long it took. */
export const MINUTES = 'minutes:taken'

import type { EditField, Typed } from '#platform/editing/edit.ts'

/** A field of one of several rows: its name begins with the row's, which is said above it. */
export const prefixed = (row: string, field: EditField, said: string): EditField => ({
  ...field,
  name: `${row}.${field.name}`,
  row: said,
})

/** What was typed into the fields of one row. */
export function typedOf(typed: Typed, row: string): Typed {
  const start = `${row}.`
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  )
}

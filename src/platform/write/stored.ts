/** A row as columns and values. */
export type Content = Readonly<Record<string, unknown>>

/** Text that is equal exactly for equal values: jsonb does not keep the order of its keys. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`
}

/** Drivers turn arrays into SQL arrays; jsonb wants text. */
export const asStored = (content: Content): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(content).map(([column, value]) => [
      column,
      value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  )

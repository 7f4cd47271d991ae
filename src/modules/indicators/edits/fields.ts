import type { EditField, Option } from '#platform/editing/edit.ts'
import { choice, line } from '#platform/editing/fields.ts'

export { choice, day, line, long } from '#platform/editing/fields.ts'

export const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'indicators.edit.yes' },
  { value: 'no', label: 'indicators.edit.no' },
]

/** The source and the place in it, as every citing row has them. */
export const citedFields = (sources: readonly Option[]): EditField[] => [
  choice('source', 'indicators.edit.source', sources),
  line('locator', 'indicators.edit.locator', { hint: 'indicators.edit.locator.hint' }),
]

/** Fields that are seldom needed. */
export const more = (fields: readonly EditField[]): EditField[] =>
  fields.map((one) => ({ ...one, isMore: true }))

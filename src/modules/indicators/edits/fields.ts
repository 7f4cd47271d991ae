import type { EditField, Option } from '#platform/editing/edit.ts'
import type { TextKey } from '#platform/texts/text.ts'

type Extras = { hint?: TextKey; isRequired?: boolean; maximumLength?: number }

const field = (
  name: string,
  label: TextKey,
  control: EditField['control'],
  extras: Extras = {},
): EditField => ({
  name,
  label,
  control,
  hint: extras.hint,
  isRequired: extras.isRequired ?? false,
  maximumLength: extras.maximumLength,
})

export const line = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'line', extras)
export const long = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'long', extras)
export const day = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'day', extras)
export const choice = (
  name: string,
  label: TextKey,
  options: readonly Option[],
  extras?: Extras,
): EditField => ({
  ...field(name, label, 'choice', extras),
  options,
})

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

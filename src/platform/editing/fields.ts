import type { TextKey, TextValues } from '../texts/text.ts'
import type { EditField, Option } from './edit.ts'

type Extras = { hint?: TextKey; isRequired?: boolean; maximumLength?: number; labelValues?: TextValues }

const field = (
  name: string,
  label: TextKey,
  control: EditField['control'],
  { hint, isRequired = false, maximumLength, labelValues }: Extras = {},
): EditField => ({
  name,
  label,
  control,
  hint,
  isRequired,
  maximumLength,
  ...(labelValues ? { labelValues } : {}),
})

/** A field of one line. */
export const line = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'line', extras)
/** A field of several lines. */
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

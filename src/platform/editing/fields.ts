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
/** A day and a time as clocks in Riga show them; `instantOf` reads what is typed. */
export const moment = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'moment', extras)
/** Something that is so when it is ticked: `yes`, or nothing. */
export const tick = (name: string, label: TextKey, extras?: Extras) => field(name, label, 'tick', extras)
export const choice = (
  name: string,
  label: TextKey,
  options: readonly Option[],
  extras?: Extras,
): EditField => ({
  ...field(name, label, 'choice', extras),
  options,
})

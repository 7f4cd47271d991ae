import { LineField, LongField, SelectField } from '../forms/field-parts.tsx'
import { TickField } from '../forms/pick-field.tsx'
import { type Speech, useSpeech } from '../i18n.tsx'
import { instantOf } from '../moment.ts'
import type { EditField, Option } from './edit.ts'

/** A field with the control that suits it. */
export function EditFieldPart({ of }: { of: EditField }) {
  const speech = useSpeech()
  if (of.control === 'long') return <LongField of={of} rows={4} />
  if (of.control === 'day') return <LineField of={of} type="date" />
  if (of.control === 'moment') return <LineField of={of} type="datetime-local" />
  if (of.control === 'tick') return <TickField of={of} />
  if (of.control === 'line') return <LineField of={of} />
  const options = (of.options ?? []).map((option) => ({
    value: option.value,
    label: sayOption(option, speech),
  }))
  return <SelectField of={of} options={options} empty={speech.text('platform.edit.none')} />
}

export const sayOption = ({ label }: Option, { text, local }: Pick<Speech, 'text' | 'local'>) =>
  typeof label === 'string' ? text(label) : local(label)

/** What stands in a field, in words. */
export function sayTyped(field: EditField | undefined, value: string, speech: Speech): string {
  if (value === '') return speech.text('platform.edit.empty')
  if (field?.control === 'tick') return speech.text('platform.edit.ticked')
  if (field?.control === 'moment') return sayMoment(value, speech)
  const option = field?.options?.find((one) => one.value === value)
  if (option) return sayOption(option, speech)
  return field?.control === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? speech.date(value) : value
}

function sayMoment(value: string, speech: Speech): string {
  const at = instantOf(value)
  return typeof at === 'string' ? value : speech.instant(at)
}

import type { EditField } from '#platform/editing/edit.ts'
import { sayOption } from '#platform/editing/edit-field.tsx'
import { Answered } from '#platform/forms/field-parts.tsx'
import { useField } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'

/** A field in a cell of a table: its row and its column name it for the eye, its label for the ear. */
export function CellField({ of }: { of: EditField }) {
  const speech = useSpeech()
  const { text } = speech
  const { id, value, attributes } = useField(of)
  const label = text(of.label, of.labelValues)
  return (
    <div className="field">
      {of.options ? (
        <select id={id} defaultValue={value} aria-label={label} {...attributes}>
          <option value="">{text('platform.edit.none')}</option>
          {of.options.map((option) => (
            <option key={option.value} value={option.value}>
              {sayOption(option, speech)}
            </option>
          ))}
        </select>
      ) : of.control === 'long' ? (
        <textarea id={id} rows={2} defaultValue={value} aria-label={label} {...attributes} />
      ) : (
        <input id={id} type="text" defaultValue={value} aria-label={label} {...attributes} />
      )}
      <Answered of={of} />
    </div>
  )
}

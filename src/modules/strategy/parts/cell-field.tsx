import type { EditField } from '#platform/editing/edit.ts'
import { sayOption } from '#platform/editing/edit-field.tsx'
import { useField } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'

/** A field in a cell of a table: its row and its column name it for the eye, its label for the ear. */
export function CellField({ of }: { of: EditField }) {
  const speech = useSpeech()
  const { text } = speech
  const { id, value, complaint, savedByOther, attributes } = useField(of)
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
      {complaint ? (
        <p id={`${id}-problem`} className="problem">
          {text(complaint.reason, complaint.values)}
        </p>
      ) : null}
      {savedByOther === undefined ? null : (
        <div id={`${id}-saved`} className="saved">
          <p>{text('platform.form.saved')}</p>
          <blockquote>{savedByOther}</blockquote>
        </div>
      )}
    </div>
  )
}

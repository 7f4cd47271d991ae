import { useSpeech } from '../i18n.tsx'
import { FieldLabel } from './field-parts.tsx'
import type { Field } from './form.ts'
import { useField } from './form-parts.tsx'

type PickProps = {
  of: Field
  /** What can be picked, in words already; the empty value stands for none of them. */
  options: readonly { value: string; label: string }[]
}

/** One of many, picked from a list. */
export function PickField({ of, options }: PickProps) {
  const { id, value, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <select id={id} defaultValue={value} {...attributes}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Something that is so when it is ticked. */
export function TickField({ of }: { of: Field }) {
  const { text } = useSpeech()
  const { id, value, complaint, attributes } = useField(of)
  return (
    <div className="field">
      <label className="choice">
        <input id={id} type="checkbox" value="yes" defaultChecked={value === 'yes'} {...attributes} />
        {text(of.label)}
      </label>
      {of.hint ? (
        <p id={`${id}-hint`} className="hint">
          {text(of.hint)}
        </p>
      ) : null}
      {complaint ? (
        <p id={`${id}-problem`} className="problem">
          {text(complaint.reason, complaint.values)}
        </p>
      ) : null}
    </div>
  )
}

import { useSpeech } from '../i18n.tsx'
import { LabelText, Remarks } from './field-parts.tsx'
import type { Field } from './form.ts'
import { useField } from './form-parts.tsx'

/** Something that can be picked, in words that the data carry. */
export type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: readonly Option[] }

type Props = { of: Field; options?: readonly Option[]; groups?: readonly OptionGroup[] }

/** One of many, picked from a list; groups stand below what belongs to none. */
export function PickField({ of, options = [], groups = [] }: Props) {
  const { text } = useSpeech()
  const { id, value, attributes } = useField(of)
  return (
    <div className="field">
      <label htmlFor={id}>
        <LabelText of={of} />
      </label>
      <Remarks of={of} />
      <select id={id} defaultValue={value} {...attributes}>
        {options.some((option) => option.value === '') ? null : (
          <option value="">{text('platform.form.pick')}</option>
        )}
        <Options options={options} />
        {groups
          .filter((group) => group.options.length > 0)
          .map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
      </select>
    </div>
  )
}

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** Something that is so when it is ticked. */
export function TickField({ of }: { of: Field }) {
  const { text } = useSpeech()
  const { id, value, complaint, attributes } = useField(of)
  return (
    <div className="field">
      <label className="choice">
        <input id={id} type="checkbox" value="yes" defaultChecked={value === 'yes'} {...attributes} />
        {text(of.label, of.labelValues)}
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

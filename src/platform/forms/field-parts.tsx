import type { HTMLInputTypeAttribute } from 'react'
import { useSpeech } from '../i18n.tsx'
import type { TextKey } from '../texts/text.ts'
import type { Field } from './form.ts'
import { useField } from './form-parts.tsx'

type LineProps = { of: Field; type?: HTMLInputTypeAttribute; autoComplete?: string }

/** A field of one line. */
export function LineField({ of, type = 'text', autoComplete }: LineProps) {
  const { id, value, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <input
        id={id}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        maxLength={of.maximumLength}
        {...attributes}
      />
    </div>
  )
}

/** A field of several lines. */
export function LongField({ of, rows = 8 }: { of: Field; rows?: number }) {
  const { id, value, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <textarea id={id} rows={rows} defaultValue={value} maxLength={of.maximumLength} {...attributes} />
    </div>
  )
}

type SelectProps = { of: Field; options: readonly { value: string; label: string }[]; empty?: string }

/** One of many. What need not be chosen can be left empty, which is said in words. */
export function SelectField({ of, options, empty = '' }: SelectProps) {
  const { id, value, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <select id={id} defaultValue={value} {...attributes}>
        {of.isRequired && value !== '' ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A field in which a file is chosen. `accept` only helps the browser to show fitting ones. */
export function FileField({ of, accept }: { of: Field; accept?: string }) {
  const { text } = useSpeech()
  const { id, attributes, comesBack } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      {comesBack ? <p className="hint">{text('platform.file.again')}</p> : null}
      <input id={id} type="file" accept={accept} {...attributes} />
    </div>
  )
}

type ChoiceProps = { of: Field; options: readonly { value: string; label: TextKey }[] }

/** One of a few, all of them to be seen. */
export function ChoiceField({ of, options }: ChoiceProps) {
  const { text } = useSpeech()
  const { id, value: chosen, attributes } = useField(of)
  const { 'aria-describedby': describedBy, 'aria-invalid': isInvalid, ...shared } = attributes
  return (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend>
        <LabelText of={of} />
      </legend>
      <Remarks of={of} />
      {options.map(({ value, label }, index) => (
        <label key={value} className="choice">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            value={value}
            defaultChecked={value === chosen}
            aria-invalid={isInvalid}
            {...shared}
          />
          {text(label)}
        </label>
      ))}
    </fieldset>
  )
}

/** What a field is called, and what is said about it. */
export function FieldLabel({ of }: { of: Field }) {
  const { id } = useField(of)
  return (
    <>
      <label htmlFor={id}>
        <LabelText of={of} />
      </label>
      <Remarks of={of} />
    </>
  )
}

/** What need not be filled in says so; the rest must be. */
export function LabelText({ of }: { of: Field }) {
  const { text } = useSpeech()
  const label = text(of.label, of.labelValues)
  return <>{of.isRequired ? label : text('platform.form.optional', { label })}</>
}

/** What is said about a field: how to fill it in, what is wrong with it, what somebody else has saved. */
export function Remarks({ of }: { of: Field }) {
  const { text } = useSpeech()
  const { id } = useField(of)
  return (
    <>
      {of.hint ? (
        <p id={`${id}-hint`} className="hint">
          {text(of.hint)}
        </p>
      ) : null}
      <Answered of={of} />
    </>
  )
}

/** What came back about a field: what is wrong with it, and what somebody else has saved. */
export function Answered({ of }: { of: Field }) {
  const { text } = useSpeech()
  const { id, complaint, savedByOther } = useField(of)
  return (
    <>
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
    </>
  )
}

import { useSpeech } from '#platform/i18n.tsx'
import { type Field, inputsOf } from '../form/fields.ts'
import { MISSING_ANSWERS } from '../model.ts'
import { idOfInput, useShownForm } from './form-context.ts'
import { InputNotes, useInputAttributes } from './form-notes.tsx'

/** Folded away until it is needed: that there is no value, and why. For one field, or for the cells of a row. */
export function FormMissing({ fields, labels }: { fields: readonly Field[]; labels?: readonly string[] }) {
  const { text } = useSpeech()
  const { typed, complaints } = useShownForm()
  const some = fields.filter(({ computed }) => computed === null)
  if (some.length === 0) return null
  const isOpen = some.some(({ name }) => {
    const { missing, reason } = inputsOf(name)
    return [missing, reason].some((input) => typed[input] || complaints[input])
  })
  return (
    <details className="missing" open={isOpen}>
      <summary>{text('collection.form.missing')}</summary>
      {some.map((field) => (
        <MissingInputs key={field.name} field={field} label={labels?.[fields.indexOf(field)]} />
      ))}
    </details>
  )
}

function MissingInputs({ field, label }: { field: Field; label: string | undefined }) {
  const { text } = useSpeech()
  const { typed } = useShownForm()
  const { missing, reason } = inputsOf(field.name)
  const [kind, why] = [useInputAttributes(missing), useInputAttributes(reason)]
  const of = label ? `${label}: ` : ''
  return (
    <div className="field">
      {label ? <span>{label}</span> : null}
      <InputNotes input={missing} />
      <InputNotes input={reason} />
      <select
        defaultValue={typed[missing] ?? ''}
        aria-label={of + text('collection.form.missing.kind')}
        {...kind}
      >
        <option value="">{text('collection.form.missing.none')}</option>
        {MISSING_ANSWERS.map((one) => (
          <option key={one} value={one}>
            {text(`collection.form.missing.${one}`)}
          </option>
        ))}
      </select>
      <input
        type="text"
        autoComplete="off"
        defaultValue={typed[reason] ?? ''}
        placeholder={text('collection.form.missing.why')}
        aria-label={of + text('collection.form.missing.why')}
        {...why}
      />
    </div>
  )
}

/** Everything that is wrong with the inputs of a field, where its value is typed. */
export function FieldNotes({ field }: { field: Field }) {
  const { value, denominator } = inputsOf(field.name)
  return (
    <>
      <InputNotes input={value} />
      {field.kind === 'share' ? <InputNotes input={denominator} /> : null}
    </>
  )
}

/** Where a field is found on the page. */
export const idOfField = ({ name }: Pick<Field, 'name'>) => idOfInput(inputsOf(name).value)

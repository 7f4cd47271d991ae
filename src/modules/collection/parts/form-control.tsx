import { useSpeech } from '#platform/i18n.tsx'
import { isDay } from '#platform/rights/day.ts'
import { type Field, inputsOf } from '../form/fields.ts'
import { removalOf, uploadOf } from '../form/post-names.ts'
import { sayAnswer, sayShare } from './answer-words.ts'
import { idOfInput, useShownForm } from './form-context.ts'
import { useInputAttributes } from './form-notes.tsx'

type Props = {
  field: Field
  /** What it is called for those who listen, where no label stands beside it. */
  label?: string | undefined
}

/** The inputs of a field, by its kind. What is computed is shown, and typed by nobody. */
export function FormControl({ field, label }: Props) {
  if (field.computed !== null) return <Computed field={field} />
  if (field.kind === 'share') return <Share field={field} label={label} />
  if (field.kind === 'choice') return <Choice field={field} label={label} />
  if (field.kind === 'photo') return <Photo field={field} />
  return <Line field={field} label={label} />
}

function useControl(field: Field) {
  const { typed, last } = useShownForm()
  const { value } = inputsOf(field.name)
  const attributes = useInputAttributes(value, last.has(field.name) && `${idOfInput(value)}-last`)
  return { typed: typed[value] ?? '', attributes }
}

function Line({ field: { kind, unit, row }, field, label }: Props) {
  const { typed, attributes } = useControl(field)
  if (kind === 'text' && !row)
    return <textarea rows={2} defaultValue={typed} aria-label={label} {...attributes} />
  // A browser empties a field for days of what is none.
  const type = kind === 'date' && (typed === '' || isDay(typed)) ? 'date' : 'text'
  const inputMode = kind === 'count' ? 'numeric' : kind === 'money' ? 'decimal' : undefined
  return (
    <span className="with-unit">
      <input
        type={type}
        inputMode={inputMode}
        autoComplete="off"
        defaultValue={typed}
        aria-label={label}
        {...attributes}
      />
      {unit ? ` ${unit}` : null}
    </span>
  )
}

function Share({ field, label }: Props) {
  const speech = useSpeech()
  const { typed, answers } = useShownForm()
  const { attributes, ...value } = useControl(field)
  const { denominator } = inputsOf(field.name)
  const whole = useInputAttributes(denominator)
  const answer = answers.get(field.name)
  const name = label ? `${label}: ` : ''
  return (
    <span className="with-unit">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={value.typed}
        aria-label={name + speech.text('collection.form.share.part')}
        {...attributes}
      />{' '}
      {speech.text('collection.form.share.of')}{' '}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typed[denominator] ?? ''}
        aria-label={name + speech.text('collection.form.share.whole')}
        {...whole}
      />{' '}
      <output data-share={field.name}>
        {answer?.kind === 'share' ? `= ${sayShare(speech, answer) || '–'}` : null}
      </output>
    </span>
  )
}

function Choice({ field, label }: Props) {
  const { text, local } = useSpeech()
  const { typed, attributes } = useControl(field)
  const isKnown = typed === '' || field.choices.some(({ key }) => key === typed)
  return (
    <select defaultValue={typed} aria-label={label} {...attributes}>
      <option value="">{text('platform.form.pick')}</option>
      {isKnown ? null : <option value={typed}>{typed}</option>}
      {field.choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {local(name)}
        </option>
      ))}
    </select>
  )
}

/** The file that is there goes with the form, so that saving it again keeps it. */
function Photo({ field }: Props) {
  const { text, path } = useSpeech()
  const { slug } = useShownForm()
  const { typed, attributes } = useControl(field)
  const { id, name, ...described } = attributes
  return (
    <>
      <input type="hidden" name={name} value={typed} />
      {typed ? (
        <>
          <p>
            <a href={path(`/darbs/${slug}/datnes/${typed}`)}>{text('collection.form.photo.kept')}</a>
          </p>
          <label className="choice">
            <input type="checkbox" name={removalOf(field.name)} value="yes" />
            {text('collection.form.photo.remove')}
          </label>
        </>
      ) : null}
      <input id={id} type="file" accept="image/*" name={uploadOf(field.name)} {...described} />
    </>
  )
}

function Computed({ field }: Props) {
  const speech = useSpeech()
  const { answers } = useShownForm()
  const answer = answers.get(field.name)
  return (
    <output id={idOfInput(field.name)} data-computed={field.name}>
      {answer ? sayAnswer(speech, field, answer) : '–'}
    </output>
  )
}

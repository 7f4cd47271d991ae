import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { commentOf, fieldsOf, inputsOf, MINUTES } from '../form/fields.ts'
import { labelOf } from '../form/sections.ts'
import type { CallForm } from '../model.ts'
import { sayCheck } from './check-words.ts'
import { idOfInput, useShownForm } from './form-context.ts'

/** More than this many fields that are blank are folded away; every one of them is named. */
const FEW = 12

type Line = { input: string; label: string; complaint: Complaint }

/** Everything that stops a form from being handed in, each with a way there; the reader is led here first. */
export function FormProblems({ form, isAsked }: { form: CallForm; isAsked: boolean }) {
  const speech = useSpeech()
  const { text } = speech
  const { complaints, failed } = useShownForm()
  const lines = linesOf(form, complaints, speech)
  const blank = lines.filter(({ complaint }) => complaint.reason === 'collection.form.required')
  const others = lines.filter((line) => !blank.includes(line))
  const hard = failed.filter(({ check }) => check.severity === 'hard')
  const ofForm = complaints[''] ?? []
  if (lines.length + hard.length + ofForm.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role={isAsked ? 'alert' : undefined} tabIndex={-1} autoFocus={isAsked}>
      <h2>{text('collection.form.problems', { count: lines.length + hard.length + ofForm.length })}</h2>
      <ul>
        {ofForm.map(({ reason, values }) => (
          <li key={reason}>{text(reason, values)}</li>
        ))}
        {others.map((line) => (
          <ProblemLine key={line.input} {...line} />
        ))}
        {hard.map((outcome) => (
          <li key={outcome.check.key}>
            <a href={`#${idOfInput(outcome.fields[0] ?? '')}`}>
              {text('collection.form.check.hard', { said: sayCheck(speech, outcome) })}
            </a>
          </li>
        ))}
      </ul>
      {blank.length > 0 ? (
        <details open={blank.length <= FEW}>
          <summary>{text('collection.form.blanks', { count: blank.length })}</summary>
          <ul>
            {blank.map(({ input, label }) => (
              <li key={input}>
                <a href={`#${idOfInput(input)}`}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function ProblemLine({ input, label, complaint }: Line) {
  const { text } = useSpeech()
  return (
    <li>
      <a href={`#${idOfInput(input)}`}>
        {label}: {text(complaint.reason, complaint.values)}
      </a>
    </li>
  )
}

/** In the order of the form, then comments and minutes. */
function linesOf(form: CallForm, complaints: Complaints, speech: ReturnType<typeof useSpeech>): Line[] {
  const { local, text } = speech
  const at = (input: string, label: string) =>
    (complaints[input] ?? []).map((complaint): Line => ({ input, label, complaint }))
  return [
    ...fieldsOf(form.elements).flatMap((field) =>
      Object.values(inputsOf(field.name)).flatMap((input) => at(input, labelOf(field, local))),
    ),
    ...form.checks.flatMap((check) => at(commentOf(check.key), sayCheck(speech, { check, told: {} }))),
    ...at(MINUTES, text('collection.form.minutes')),
  ]
}

import { useSpeech } from '#platform/i18n.tsx'
import type { Field } from '../form/fields.ts'
import { commentOf } from '../form/fields.ts'
import { AnswerValue } from './answer-value.tsx'
import { elementOf, sayCheck } from './check-words.ts'
import { idOfInput, useShownForm } from './form-context.ts'
import { sayWho } from './who.ts'

/** What is said of an input: what is wrong, what somebody else has saved, what is held beside. */
export function InputNotes({ input }: { input: string }) {
  const speech = useSpeech()
  const { text, instant } = speech
  const { complaints, saved, held, names } = useShownForm()
  const id = idOfInput(input)
  const other = held.get(input)
  return (
    <>
      {complaints[input]?.map(({ reason, values }) => (
        <p key={reason} id={`${id}-problem`} className="problem">
          {text(reason, values)}
        </p>
      ))}
      {input in saved ? (
        <div id={`${id}-saved`} className="saved">
          <p>{text('platform.form.saved')}</p>
          <blockquote>{saved[input] || text('collection.form.emptied')}</blockquote>
        </div>
      ) : null}
      {other ? (
        <p id={`${id}-held`} className="hint">
          {text('collection.form.heldBeside', {
            name: sayWho(speech, names, other.accountId),
            at: instant(other.at),
            typed: other.text || text('collection.form.emptied'),
          })}
        </p>
      ) : null}
    </>
  )
}

/** What an input is described by, for those who listen. */
export function useInputAttributes(input: string, ...more: (string | false)[]) {
  const { complaints, saved, held } = useShownForm()
  const id = idOfInput(input)
  const described = [
    complaints[input] && `${id}-problem`,
    input in saved && `${id}-saved`,
    held.has(input) && `${id}-held`,
    ...more,
  ]
  return {
    id,
    name: input,
    'aria-invalid': complaints[input] ? true : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
  } as const
}

/** Last year's answer, where a prefilled one is from, and what the department asks to be mended. */
export function BesideField({ field }: { field: Field }) {
  const { text, say, local } = useSpeech()
  const { slug, last, reused } = useShownForm()
  const dated = last.get(field.name)
  const held = reused.get(field.name)
  return (
    <>
      <Remarks about={field.name} />
      {dated ? (
        <p id={`${idOfInput(field.name)}-last`} className="hint">
          {say.period(dated.period)}: <AnswerValue field={field} answer={dated.answer} slug={slug} />
        </p>
      ) : null}
      {held ? (
        <p className="hint">
          {held.from.kind === 'call'
            ? text('collection.form.reused.call', { title: local(held.from.title) })
            : text('collection.form.reused.register', {
                register: text(`collection.register.${held.from.register}`),
                day: say.day(held.from.day),
              })}
        </p>
      ) : null}
    </>
  )
}

/** What the department asks to be mended in a field, or in a table as a whole. */
export function Remarks({ about }: { about: string }) {
  const { text } = useSpeech()
  const { remarks } = useShownForm()
  return remarks
    .filter(({ field }) => field === about)
    .map((remark) => (
      <p key={remark.text} className="problem">
        {text('collection.form.remark', { remark: remark.text })}
      </p>
    ))
}

/** Checks that do not hold and are about an element; soft ones are commented on where they are said first. */
export function ElementChecks({ element, homes }: { element: string; homes: ReadonlyMap<string, string> }) {
  const speech = useSpeech()
  const { failed } = useShownForm()
  const about = failed.filter(
    ({ check, fields }) =>
      homes.get(check.key) === element || fields.some((field) => elementOf(field) === element),
  )
  return (
    <>
      {about.map((outcome) => (
        <div key={outcome.check.key} className="check" data-check={outcome.check.key}>
          <p className="problem">
            {speech.text(`collection.form.check.${outcome.check.severity}`, {
              said: sayCheck(speech, outcome),
            })}
          </p>
          {outcome.check.severity === 'soft' && homes.get(outcome.check.key) === element ? (
            <CheckComment check={outcome.check.key} />
          ) : null}
        </div>
      ))}
    </>
  )
}

function CheckComment({ check }: { check: string }) {
  const { text } = useSpeech()
  const { typed } = useShownForm()
  const input = commentOf(check)
  const attributes = useInputAttributes(input)
  return (
    <div className="field">
      <label htmlFor={attributes.id}>{text('collection.form.comment')}</label>
      <InputNotes input={input} />
      <textarea rows={2} defaultValue={typed[input] ?? ''} {...attributes} />
    </div>
  )
}

import type { ReactNode } from 'react'
import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf as formFieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { fieldsOf } from '../form/fields.ts'
import type { DecisionRights } from '../life/decide-in-page.server.ts'
import { ReopenEntry, ReturnEntry, remarkField } from '../life/decision-entry.ts'
import type { DecisionRight } from '../life/may-decide.ts'
import type { CallElement } from '../model.ts'
import { sayLabel } from './field-label.ts'

const returned = formFieldsOf(ReturnEntry.pick({ reason: true }))
const reopened = formFieldsOf(ReopenEntry.pick({ why: true }))

type Props = {
  rights: DecisionRights
  elements: readonly CallElement[]
  answer: FormAnswer | undefined
  once: string
}

/** Accepting, giving back and reopening; what may not be done stands there with the reason. */
export function DecideForms({ rights, elements, answer, once }: Props) {
  const { text } = useSpeech()
  const isAccepted = !rights.accept.may && rights.accept.why === 'collection.life.decide.accepted'
  const isReopening = rights.reopen.may || isAccepted
  // What was typed stays to be read, whatever somebody else has decided meanwhile.
  const isShown = (act: string, isUsual: boolean) => isUsual || own(answer, act) !== undefined
  const shared = { seen: rights.seen, answer, once }
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{text('collection.life.decide.title')}</h2>
      <p>{text('collection.life.decide.lede')}</p>
      {answer?.meanwhile ? <p className="notice">{text('collection.life.decide.meanwhile')}</p> : null}
      {isShown('accept', !isReopening) ? <Accept right={rights.accept} {...shared} /> : null}
      {isShown('return', !isReopening) ? (
        <Return right={rights.return} elements={elements} {...shared} />
      ) : null}
      {isShown('reopen', isReopening) ? <Reopen right={rights.reopen} {...shared} /> : null}
    </section>
  )
}

type OneProps = { right: DecisionRight; seen: string; answer: FormAnswer | undefined; once: string }

/** The form's own answer; that of another form is not shown here. */
const own = (answer: FormAnswer | undefined, act: string) =>
  answer?.entered.act === act ? answer : undefined

function Accept({ right, seen, answer, once }: OneProps) {
  const { text } = useSpeech()
  return (
    <ActionForm answer={own(answer, 'accept')} fields={{}} once={once}>
      <Hidden act="accept" seen={seen} />
      <h3>{text('collection.life.decide.accept.heading')}</h3>
      <Press right={right} id="accept">
        {text('collection.life.decide.accept')}
      </Press>
    </ActionForm>
  )
}

function Return({ right, seen, answer, once, elements }: OneProps & { elements: readonly CallElement[] }) {
  const speech = useSpeech()
  const { text } = speech
  const remarks = fieldsOf(elements).map((field) => remarkField(field.name, sayLabel(speech, field)))
  const back = own(answer, 'return')
  const isTyped = remarks.some(({ name }) => (back?.entered[name] ?? '') !== '')
  const byName = Object.fromEntries(remarks.map((field) => [field.name, field]))
  return (
    <ActionForm answer={back} fields={{ ...returned, ...byName }} once={once}>
      <Hidden act="return" seen={seen} />
      <h3>{text('collection.life.decide.return.heading')}</h3>
      {right.may || back ? (
        <>
          <p className="hint">{text('collection.life.decide.return.lede')}</p>
          <LongField of={returned.reason} rows={3} />
          <details open={isTyped}>
            <summary>{text('collection.life.decide.remarks')}</summary>
            <p className="hint">{text('collection.life.decide.remarks.hint')}</p>
            {remarks.map((field) => (
              <LineField key={field.name} of={field} />
            ))}
          </details>
        </>
      ) : null}
      <Press right={right} id="return">
        {text('collection.life.decide.return')}
      </Press>
    </ActionForm>
  )
}

function Reopen({ right, seen, answer, once }: OneProps) {
  const { text } = useSpeech()
  const back = own(answer, 'reopen')
  return (
    <ActionForm answer={back} fields={reopened} once={once}>
      <Hidden act="reopen" seen={seen} />
      <h3>{text('collection.life.decide.reopen.heading')}</h3>
      {right.may || back ? (
        <>
          <p className="hint">
            {text(
              right.may && right.isCorrection
                ? 'collection.life.decide.reopen.correction'
                : 'collection.life.decide.reopen.lede',
            )}
          </p>
          <LongField of={reopened.why} rows={3} />
        </>
      ) : null}
      <Press right={right} id="reopen">
        {text('collection.life.decide.reopen')}
      </Press>
    </ActionForm>
  )
}

const Hidden = ({ act, seen }: { act: string; seen: string }) => (
  <>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="seen" value={seen} />
  </>
)

/** A button, or why it is off. */
function Press({ right, id, children }: { right: DecisionRight; id: string; children: ReactNode }) {
  const { text } = useSpeech()
  if (right.may) return <button type="submit">{children}</button>
  return (
    <>
      <button type="submit" disabled aria-describedby={`why-not-${id}`}>
        {children}
      </button>
      <p id={`why-not-${id}`} className="hint">
        {text(right.why)}
      </p>
    </>
  )
}

import type { ReactNode } from 'react'
import type { EditField } from '#platform/editing/edit.ts'
import { EditFields } from '#platform/editing/edit-fields.tsx'
import { LongField } from '#platform/forms/field-parts.tsx'
import type { FormAnswer } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { remarkField } from '../decision-fields.ts'
import type { DecisionRight } from '../may-decide.ts'

type Props = {
  seen: string
  accept: DecisionRight
  /** With at least two present: what one may not alone. */
  acceptTogether: DecisionRight
  giveBack: DecisionRight
  fields: readonly EditField[]
  isGroup: boolean
  today: string
  answer: FormAnswer | undefined
  once: string
}

/** Accepting and giving back; what may not be done stands there with the reason. */
export function DecideForms(props: Props) {
  const { seen, accept, acceptTogether, giveBack, fields, isGroup, today, answer, once } = props
  const { text } = useSpeech()
  const of = (act: string) => (answer?.entered.act === act ? answer : undefined)
  const isTogether = isGroup || !accept.may
  const byName = Object.fromEntries(fields.map((field) => [field.name, field]))
  return (
    <section aria-labelledby="lemums">
      <h2 id="lemums">{text('strategy.round.decide.title')}</h2>
      <p>{text('strategy.round.decide.lede')}</p>
      {acceptTogether.may || of('accept') ? (
        <ActionForm
          answer={of('accept')}
          fields={byName}
          once={once}
          values={{ decided_on: today, decided_by_lv: '' }}
        >
          <Hidden act="accept" seen={seen} />
          <h3>{text('strategy.round.decide.accept')}</h3>
          {accept.may ? null : <p className="hint">{text(accept.why)}</p>}
          <details open={isTogether || of('accept') !== undefined}>
            <summary>{text('strategy.round.decide.who')}</summary>
            <p className="hint">{text('strategy.round.decide.who.hint')}</p>
            <EditFields fields={fields} />
          </details>
          <button type="submit">{text('strategy.round.decide.accept.button')}</button>
        </ActionForm>
      ) : (
        <WhyNot right={acceptTogether}>{text('strategy.round.decide.accept')}</WhyNot>
      )}
      {giveBack.may || of('return') ? (
        <ActionForm answer={of('return')} fields={{ remark: remarkField }} once={once}>
          <Hidden act="return" seen={seen} />
          <h3>{text('strategy.round.decide.return')}</h3>
          <LongField of={remarkField} rows={3} />
          <button type="submit">{text('strategy.round.decide.return.button')}</button>
        </ActionForm>
      ) : (
        <WhyNot right={giveBack}>{text('strategy.round.decide.return')}</WhyNot>
      )}
    </section>
  )
}

const Hidden = ({ act, seen }: { act: string; seen: string }) => (
  <>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="seen" value={seen} />
  </>
)

function WhyNot({ right, children }: { right: DecisionRight; children: ReactNode }) {
  const { text } = useSpeech()
  if (right.may) return null
  return (
    <p className="hint">
      {children}: {text(right.why)}
    </p>
  )
}

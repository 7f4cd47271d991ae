import { accountOptions } from '#platform/accounts/account-options.ts'
import type { AccountHolder } from '#platform/accounts/holders-store.server.ts'
import { LongField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { AnswerEntry, AssignEntry, CloseEntry } from '../answer.ts'
import type { Message } from '../message-store.server.ts'
import { isMailAddress } from '../report.ts'

const fields = {
  assign: fieldsOf(AssignEntry.omit({ act: true })),
  answer: fieldsOf(AnswerEntry.omit({ act: true })),
  close: fieldsOf(CloseEntry.omit({ act: true })),
}

type Props = {
  answer: FormAnswer | undefined
  message: Message
  holders: readonly AccountHolder[]
  /** Account of who works on it. */
  me: string
  once: string
}

/** What can be done with a message: give it to somebody, answer it, close it. */
export function MessageForms({ answer, message, holders, me, once }: Props) {
  const { text } = useSpeech()
  const ofForm = (act: keyof typeof fields) => (answer?.entered.act === act ? answer : undefined)
  const shared = { once, version: message.version }
  const accounts = accountOptions(
    holders,
    { me, current: message.accountId },
    { me: text('work.messages.me'), somebody: text('work.messages.somebody') },
  )
  return (
    <>
      {message.answer && !ofForm('answer') ? null : (
        <section aria-labelledby="answer">
          <h2 id="answer">{text('work.messages.doAnswer')}</h2>
          <p className="hint">
            {text(isMailAddress(message.contact) ? 'work.messages.willMail' : 'work.messages.willKeep')}
          </p>
          <ActionForm answer={ofForm('answer')} fields={fields.answer} {...shared}>
            <input type="hidden" name="act" value="answer" />
            <LongField of={fields.answer.answer} />
            <button type="submit">{text('work.messages.send')}</button>
          </ActionForm>
        </section>
      )}
      {message.answer || message.state === 'closed' ? null : (
        <section aria-labelledby="assign">
          <h2 id="assign">{text('work.messages.doAssign')}</h2>
          <ActionForm
            answer={ofForm('assign')}
            fields={fields.assign}
            values={{ account: message.accountId ?? me }}
            {...shared}
          >
            <input type="hidden" name="act" value="assign" />
            <PickField of={fields.assign.account} options={accounts} />
            <button type="submit">{text('work.messages.give')}</button>
          </ActionForm>
        </section>
      )}
      {message.state === 'closed' && !ofForm('close') ? null : (
        <section aria-labelledby="close">
          <h2 id="close">{text('work.messages.doClose')}</h2>
          <ActionForm answer={ofForm('close')} fields={fields.close} {...shared}>
            <input type="hidden" name="act" value="close" />
            <LongField of={fields.close.reason} rows={3} />
            <button type="submit">{text('work.messages.close')}</button>
          </ActionForm>
        </section>
      )}
    </>
  )
}

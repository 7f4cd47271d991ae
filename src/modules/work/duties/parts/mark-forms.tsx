import { FileField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { DoneEntry, NotApplicableEntry, WithdrawEntry } from '../mark-entry.ts'

const fields = {
  done: fieldsOf(DoneEntry.omit({ act: true })),
  notApplicable: fieldsOf(NotApplicableEntry.omit({ act: true })),
  withdraw: fieldsOf(WithdrawEntry.omit({ act: true })),
}

type Props = {
  answer: FormAnswer | undefined
  /** Whether something holds that somebody has said: then it can be taken back. */
  isMarked: boolean
  version: number
  once: string
  today: string
  /** Whole address of what shows that it is done, as a module knows it: offered as the link. */
  shownBy: string | null
  /** Day on which it was done, as a module knows it. */
  doneOn: string | null
}

/** What can be said of one time of a duty: done, with what shows it; not to be done; or that it was said wrongly. */
export function MarkForms({ answer, isMarked, version, once, today, shownBy, doneOn }: Props) {
  const { text } = useSpeech()
  const ofForm = (act: keyof typeof fields) => (answer?.entered.act === act ? answer : undefined)
  const shared = { once, version }
  if (isMarked || ofForm('withdraw'))
    return (
      <section aria-labelledby="withdraw">
        <h2 id="withdraw">{text('work.duties.withdraw')}</h2>
        <ActionForm answer={ofForm('withdraw')} fields={fields.withdraw} {...shared}>
          <input type="hidden" name="act" value="withdraw" />
          <LongField of={fields.withdraw.why} rows={3} />
          <button type="submit">{text('work.duties.withdraw.send')}</button>
        </ActionForm>
      </section>
    )
  return (
    <>
      <section aria-labelledby="done">
        <h2 id="done">{text('work.duties.mark')}</h2>
        <p className="hint">{text('work.duties.mark.hint')}</p>
        <ActionForm
          answer={ofForm('done')}
          fields={fields.done}
          values={{ done_on: doneOn ?? today, ...(shownBy === null ? {} : { link: shownBy }) }}
          hasFiles
          {...shared}
        >
          <input type="hidden" name="act" value="done" />
          <LineField of={fields.done.done_on} type="date" />
          <LineField of={fields.done.link} type="url" />
          <FileField of={fields.done.file} />
          <LongField of={fields.done.note} rows={3} />
          <button type="submit">{text('work.duties.mark.send')}</button>
        </ActionForm>
      </section>
      <section aria-labelledby="not-applicable">
        <h2 id="not-applicable">{text('work.duties.exempt')}</h2>
        <ActionForm answer={ofForm('notApplicable')} fields={fields.notApplicable} {...shared}>
          <input type="hidden" name="act" value="notApplicable" />
          <LongField of={fields.notApplicable.reason} rows={3} />
          <button type="submit" className="quiet">
            {text('work.duties.exempt.send')}
          </button>
        </ActionForm>
      </section>
    </>
  )
}

import { ChoiceField, LineField, LongField, SelectField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { type ConsultationStep, openComments, type PlanOfWork, type PlanState } from '../model.ts'
import { PlanForm } from '../plan-form.ts'

const fields = fieldsOf(PlanForm)

type Props = {
  plan: PlanOfWork
  /** A form that has come back. */
  answer: FormAnswer | undefined
  once: string
}

const SAID: Readonly<Record<PlanState, readonly ('comment' | 'returned' | 'agreed' | 'reopened')[]>> = {
  draft: ['comment'],
  submitted: ['comment', 'returned', 'agreed'],
  agreed: ['comment', 'reopened'],
  withdrawn: [],
}

/** Whether what has come back was sent from a form with one of these steps. */
const own = (answer: FormAnswer | undefined, ...steps: string[]) =>
  answer && steps.includes(answer.entered.step ?? '') ? answer : undefined

/** What the department says about a plan: a comment, or what it decides. */
export function DepartmentForm({ plan, answer, once, mayAgree }: Props & { mayAgree: boolean }) {
  const { text } = useSpeech()
  const said = SAID[plan.state].filter((step) => step !== 'agreed' || mayAgree)
  const isOwn = !own(answer, 'submitted', 'withdrawn', 'reply')
  return (
    <ActionForm answer={isOwn ? answer : undefined} fields={fields} once={once} version={plan.version}>
      <ChoiceField
        of={fields.step}
        options={said.map((value) => ({ value, label: `strategy.alignment.say.${value}` as const }))}
      />
      <SelectField
        of={fields.item}
        empty={text('strategy.alignment.form.item.whole')}
        options={plan.items.map(({ id, number, task }) => ({ value: id, label: `${number}. ${task}` }))}
      />
      <LongField of={fields.words} rows={4} />
      {said.includes('agreed') ? (
        <>
          <LineField of={fields.agreed_on} type="date" />
          <LineField of={fields.agreed_by} />
        </>
      ) : null}
      <button type="submit">{text('strategy.alignment.form.save')}</button>
    </ActionForm>
  )
}

/** Where whoever writes the plan answers comments. */
export function ReplyForm({
  answer,
  once,
  steps,
}: Omit<Props, 'plan'> & { steps: readonly ConsultationStep[] }) {
  const { text } = useSpeech()
  const open = openComments(steps)
  if (open.length === 0) return null
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{text('strategy.alignment.reply')}</h2>
      <ActionForm answer={own(answer, 'reply')} fields={fields} once={once}>
        <input type="hidden" name="step" value="reply" />
        <SelectField
          of={{ ...fields.reply_to, isRequired: true }}
          options={open.map(({ id, words }) => ({ value: id, label: words ?? '' }))}
        />
        <LongField of={{ ...fields.reply, isRequired: true }} rows={4} />
        <button type="submit">{text('strategy.alignment.reply.save')}</button>
      </ActionForm>
    </section>
  )
}

/** Where a draft is submitted, or withdrawn with a reason. */
export function OwnerForms({ plan, answer, once }: Props) {
  const { text } = useSpeech()
  return (
    <section aria-labelledby="submit">
      <h2 id="submit">{text('strategy.alignment.submit.title')}</h2>
      <p>{text('strategy.alignment.submit.help')}</p>
      <ActionForm answer={own(answer, 'submitted')} fields={fields} once={once} version={plan.version}>
        <button type="submit" name="step" value="submitted">
          {text('strategy.alignment.submit')}
        </button>
      </ActionForm>
      <details open={own(answer, 'withdrawn') !== undefined}>
        <summary>{text('strategy.alignment.withdraw')}</summary>
        <ActionForm answer={own(answer, 'withdrawn')} fields={fields} once={once} version={plan.version}>
          <LongField of={{ ...fields.reason, isRequired: true }} rows={2} />
          <button type="submit" name="step" value="withdrawn">
            {text('strategy.alignment.withdraw.save')}
          </button>
        </ActionForm>
      </details>
    </section>
  )
}

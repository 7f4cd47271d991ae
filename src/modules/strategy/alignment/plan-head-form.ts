import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import type { Complaints, FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

/** What is said of a plan when it is begun or asked for. */
const head = {
  title: typedText({ minimum: 3, maximum: 200 }).meta({
    label: 'strategy.alignment.plan.title',
    hint: 'strategy.alignment.plan.title.hint',
  } satisfies FieldMeta),
  starts_on: typedDay().meta({ label: 'strategy.alignment.plan.starts_on' } satisfies FieldMeta),
  ends_on: typedDay().meta({ label: 'strategy.alignment.plan.ends_on' } satisfies FieldMeta),
}

export const NewPlan = z.object({
  ...head,
  /** Key of the institution whose plan it is; nothing for the department's. */
  institution: z
    .string()
    .max(200)
    .meta({ label: 'strategy.alignment.plan.institution' } satisfies FieldMeta)
    .optional(),
})

export const AskForPlans = z.object({
  ...head,
  due_on: typedDay().meta({
    label: 'strategy.alignment.plan.due_on',
    hint: 'strategy.alignment.plan.due_on.hint',
  } satisfies FieldMeta),
})

/** Plans are of a time; two days that are no stretch of time are said before anything is kept. */
export const complaintsOfTime = ({
  starts_on,
  ends_on,
}: {
  starts_on: string
  ends_on: string
}): Complaints => (ends_on < starts_on ? { ends_on: [{ reason: 'strategy.alignment.wrong.order' }] } : {})

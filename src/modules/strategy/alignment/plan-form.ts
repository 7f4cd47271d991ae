import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import type { Complaints, FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

const words = () => typedText({ minimum: 3, maximum: 4000, hasLines: true })

/** What is sent from the page of a plan: one of its forms at a time. */
export const PlanForm = z.object({
  step: z
    .enum(
      ['submitted', 'withdrawn', 'comment', 'returned', 'agreed', 'reopened', 'reply'],
      'strategy.alignment.form.step.missing',
    )
    .meta({ label: 'strategy.alignment.form.step' } satisfies FieldMeta),
  item: z
    .uuid()
    .meta({ label: 'strategy.alignment.form.item' } satisfies FieldMeta)
    .optional(),
  words: words()
    .meta({
      label: 'strategy.alignment.form.words',
      hint: 'strategy.alignment.form.words.hint',
    } satisfies FieldMeta)
    .optional(),
  agreed_on: typedDay()
    .meta({ label: 'strategy.alignment.form.agreedOn' } satisfies FieldMeta)
    .optional(),
  agreed_by: typedText({ minimum: 3, maximum: 300 })
    .meta({
      label: 'strategy.alignment.form.agreedBy',
      hint: 'strategy.alignment.form.agreedBy.hint',
    } satisfies FieldMeta)
    .optional(),
  reason: words()
    .meta({ label: 'strategy.alignment.form.reason' } satisfies FieldMeta)
    .optional(),
  reply_to: z
    .uuid()
    .meta({ label: 'strategy.alignment.form.replyTo' } satisfies FieldMeta)
    .optional(),
  reply: words()
    .meta({ label: 'strategy.alignment.form.reply' } satisfies FieldMeta)
    .optional(),
})
export type PlanForm = z.infer<typeof PlanForm>

const MISSING = [{ reason: 'platform.form.missing' }] as const

/** What is missing for what is to be done, all at once. @param today `YYYY-MM-DD` */
export function complaintsOfForm(form: PlanForm, today: string): Complaints {
  const needed: Readonly<Record<PlanForm['step'], readonly (keyof PlanForm)[]>> = {
    submitted: [],
    withdrawn: ['reason'],
    comment: ['words'],
    returned: ['words'],
    agreed: ['agreed_on', 'agreed_by'],
    reopened: ['words'],
    reply: ['reply_to', 'reply'],
  }
  const missing = needed[form.step].filter((name) => form[name] === undefined)
  const isEarly = form.step === 'agreed' && form.agreed_on !== undefined && form.agreed_on > today
  return {
    ...Object.fromEntries(missing.map((name) => [name, MISSING])),
    ...(isEarly ? { agreed_on: [{ reason: 'strategy.alignment.wrong.future' as const }] } : {}),
  }
}

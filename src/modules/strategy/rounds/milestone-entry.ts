import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

/** A reported next step as it becomes a milestone of the action. */
export const MilestoneForm = z.object({
  title_lv: typedText({ minimum: 3, maximum: 500 }).meta({
    label: 'strategy.attached.titleLv',
    hint: 'strategy.attached.title.hint',
  } satisfies FieldMeta),
  title_en: typedText({ minimum: 0, maximum: 500 })
    .meta({ label: 'strategy.attached.titleEn' } satisfies FieldMeta)
    .optional(),
  due_on: typedDay()
    .meta({ label: 'strategy.milestone.due' } satisfies FieldMeta)
    .optional(),
})
export const milestoneFields = fieldsOf(MilestoneForm)

import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { typedMoment } from './typed-moment.ts'

/** A list of works in one short form: what, of whom, by when, who answers for it. */
export const CampaignEntry = z.object({
  title_lv: typedText({ minimum: 5, maximum: 200 }).meta({
    label: 'collection.campaigns.titleLv',
  } satisfies FieldMeta),
  title_en: typedText({ minimum: 5, maximum: 200 })
    .meta({ label: 'collection.campaigns.titleEn', hint: 'collection.polls.en.hint' } satisfies FieldMeta)
    .optional(),
  works: typedText({ minimum: 2, maximum: 8000, hasLines: true }).meta({
    label: 'collection.campaigns.works',
    hint: 'collection.campaigns.works.hint',
  } satisfies FieldMeta),
  due_at: typedMoment().meta({
    label: 'collection.campaigns.dueAt',
    hint: 'collection.campaigns.dueAt.hint',
  } satisfies FieldMeta),
  whom: z
    .string()
    .max(50)
    .meta({ label: 'collection.campaigns.whom' } satisfies FieldMeta)
    .optional(),
  responsible: z
    .string()
    .max(200)
    .meta({ label: 'collection.campaigns.responsible' } satisfies FieldMeta)
    .optional(),
})

import { z } from 'zod'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { VERSION_KINDS } from './version.ts'

const why = {
  reason: typedText({ minimum: 5, maximum: 500 }).meta({
    label: 'strategy.versions.whyLv',
    hint: 'strategy.versions.why.hint',
  } satisfies FieldMeta),
  reason_en: typedText({ minimum: 5, maximum: 500 })
    .meta({ label: 'strategy.versions.whyEn' } satisfies FieldMeta)
    .optional(),
}

/** Why the draft of a mid-term update is begun. */
export const BegunMidterm = z.object(why)

/** Of which kind a draft is, and why it is begun. */
export const BegunVersion = z.object({
  kind: z
    .enum(VERSION_KINDS, 'platform.form.missing')
    .meta({ label: 'strategy.versions.kindOf' } satisfies FieldMeta),
  ...why,
})
export const begunFields = fieldsOf(BegunVersion)

import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

/** What somebody does with what is kept of a person, and why it is opened. */
export const PersonRequest = z.object({
  act: z.enum(['show', 'plan', 'erase', 'file']),
  reason: typedText({ minimum: 5, maximum: 500 }).meta({
    label: 'people.person.reason',
    hint: 'people.person.reason.hint',
  } satisfies FieldMeta),
})

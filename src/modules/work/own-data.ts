import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

/** What somebody asks for of what is kept of them: that it is put right, or that it is erased. */
export const OwnRequest = z.object({
  act: z.enum(['correct', 'erase']),
  municipality: z.uuid().meta({ label: 'work.own.municipality' } satisfies FieldMeta),
  words: typedText({ minimum: 10, maximum: 1000, hasLines: true }).meta({
    label: 'work.own.words',
    hint: 'work.own.words.hint',
  } satisfies FieldMeta),
})

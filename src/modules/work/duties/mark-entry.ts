import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import { type FieldMeta, fileField } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

const NOTE = { maximum: 1000, hasLines: true } as const
const REASON = { minimum: 5, ...NOTE } as const

/** That it is done: when, and what shows it. */
export const DoneEntry = z.object({
  act: z.literal('done'),
  done_on: typedDay().meta({ label: 'work.duties.doneOn' } satisfies FieldMeta),
  link: z
    .string()
    .max(700, 'platform.form.long')
    .regex(/^https?:\/\/[^\s\\]+$/, 'work.duties.link.wrong')
    .meta({ label: 'work.duties.link', hint: 'work.duties.link.hint' } satisfies FieldMeta)
    .optional(),
  note: typedText({ minimum: 3, ...NOTE })
    .meta({ label: 'work.duties.note', hint: 'work.duties.note.hint' } satisfies FieldMeta)
    .optional(),
  file: fileField({ label: 'work.duties.file' }).optional(),
})

/** That it is not to be done, and why. */
export const NotApplicableEntry = z.object({
  act: z.literal('notApplicable'),
  reason: typedText(REASON).meta({
    label: 'work.duties.reason',
    hint: 'work.duties.reason.hint',
  } satisfies FieldMeta),
})

/** Why what was said is taken back. */
export const WithdrawEntry = z.object({
  act: z.literal('withdraw'),
  why: typedText(REASON).meta({ label: 'work.duties.why' } satisfies FieldMeta),
})

export const MarkEntry = z.discriminatedUnion('act', [DoneEntry, NotApplicableEntry, WithdrawEntry])

import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { CONTENT_MAXIMUM } from './report.ts'

/** How an answer went out: by nothing, since no e-mail address was left; it waits; it was handed over; it could not be. */
export type Delivery = 'none' | 'waiting' | 'sent' | 'failed'

/** Whose a message is to deal with. */
export const AssignEntry = z.object({
  act: z.literal('assign'),
  account: z
    .string()
    .min(1)
    .max(200)
    .meta({ label: 'work.messages.account', hint: 'work.messages.account.hint' } satisfies FieldMeta),
})

/** What is answered to who has sent a message. */
export const AnswerEntry = z.object({
  act: z.literal('answer'),
  answer: typedText({ minimum: 10, maximum: CONTENT_MAXIMUM, hasLines: true }).meta({
    label: 'work.messages.answer',
    hint: 'work.messages.answer.hint',
  } satisfies FieldMeta),
})

/** Why a message needs nobody any more. */
export const CloseEntry = z.object({
  act: z.literal('close'),
  reason: typedText({ minimum: 5, maximum: 1000, hasLines: true }).meta({
    label: 'work.messages.reason',
    hint: 'work.messages.reason.hint',
  } satisfies FieldMeta),
})

/** What one does with a message. */
export const MessageEntry = z.discriminatedUnion('act', [AssignEntry, AnswerEntry, CloseEntry])

const NOTE = { minimum: 3, maximum: 1000, hasLines: true } as const

/** Spaces are no correction. */
const isSame = (one: string, other: string) => bare(one) === bare(other)
const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** A note for everybody: what on a page was wrong and what is right. */
export const CorrectionEntry = z
  .object({
    address: typedText({ minimum: 1, maximum: 700 }).meta({
      label: 'work.correction.address',
      hint: 'work.correction.address.hint',
    } satisfies FieldMeta),
    wrong_lv: typedText(NOTE).meta({
      label: 'work.correction.wrongLv',
      hint: 'work.correction.wrong.hint',
    } satisfies FieldMeta),
    right_lv: typedText(NOTE).meta({ label: 'work.correction.rightLv' } satisfies FieldMeta),
    wrong_en: typedText(NOTE)
      .meta({ label: 'work.correction.wrongEn' } satisfies FieldMeta)
      .optional(),
    right_en: typedText(NOTE)
      .meta({ label: 'work.correction.rightEn' } satisfies FieldMeta)
      .optional(),
  })
  .refine(({ wrong_en, right_en }) => (wrong_en === undefined) === (right_en === undefined), {
    path: ['right_en'],
    message: 'work.correction.bothEn',
  })
  .refine(({ wrong_lv, right_lv }) => !isSame(wrong_lv, right_lv), {
    path: ['right_lv'],
    message: 'work.correction.same',
  })
  .refine(({ wrong_en, right_en }) => wrong_en === undefined || !isSame(wrong_en, right_en ?? ''), {
    path: ['right_en'],
    message: 'work.correction.same',
  })
export type CorrectionEntry = z.infer<typeof CorrectionEntry>

/** A correction as everybody reads it. */
export type Correction = {
  id: string
  address: string
  about: string
  wrong: { lv: string; en: string | null }
  right: { lv: string; en: string | null }
  /** `YYYY-MM-DD` */
  on: string
}

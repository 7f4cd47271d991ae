import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { REPORT_KINDS } from './content/kinds.ts'
import { RUN_KINDS } from './model.ts'

const isInOrder = ({ since, as_of }: { since?: string | undefined; as_of?: string | undefined }) =>
  since === undefined || as_of === undefined || since < as_of

const ORDER = { path: ['since'], message: 'publishing.reports.since.late' }

const kindOf = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z
    .enum(kinds, 'publishing.reports.kind.missing')
    .meta({ label: 'publishing.reports.kind' } satisfies FieldMeta)

const strategy = z
  .string('publishing.reports.strategy.missing')
  .meta({ label: 'publishing.reports.strategy' } satisfies FieldMeta)

const days = {
  as_of: typedDay()
    .meta({ label: 'publishing.reports.asOf', hint: 'publishing.reports.asOf.hint' } satisfies FieldMeta)
    .optional(),
  since: typedDay()
    .meta({ label: 'publishing.reports.since', hint: 'publishing.reports.since.hint' } satisfies FieldMeta)
    .optional(),
}

/** A report as it is begun. */
export const BeginShape = z.object({
  kind: kindOf(REPORT_KINDS),
  strategy,
  institution: z
    .string()
    .meta({
      label: 'publishing.reports.institution',
      hint: 'publishing.reports.institution.hint',
    } satisfies FieldMeta)
    .optional(),
  ...days,
  title: typedText({ minimum: 3, maximum: 120 })
    .meta({ label: 'publishing.reports.own', hint: 'publishing.reports.own.hint' } satisfies FieldMeta)
    .optional(),
})
export const BeginEntry = BeginShape.refine(isInOrder, ORDER)
export type BeginEntry = z.infer<typeof BeginEntry>

/** Reports of many institutions as they are asked for; institutions are ticked one by one. */
export const RunShape = z.object({
  kind: kindOf(RUN_KINDS),
  strategy,
  ...days,
})
export const RunEntry = RunShape.loose().refine(isInOrder, ORDER)

/** What somebody says to a question that the data raise. */
export const AnswerEntry = z.object({
  section: z.string().meta({ label: 'publishing.work.section' } satisfies FieldMeta),
  question: z.string().meta({ label: 'publishing.questions.title' } satisfies FieldMeta),
  verdict: z
    .enum(['keep', 'drop'], 'publishing.questions.verdict.missing')
    .meta({ label: 'publishing.questions.verdict' } satisfies FieldMeta),
  words: typedText({ minimum: 5, maximum: 2000, hasLines: true }).meta({
    label: 'publishing.questions.words',
    hint: 'publishing.questions.words.hint',
  } satisfies FieldMeta),
})

/** Somebody who is asked to write a section. */
export const AskEntry = z.object({
  account: z
    .string('publishing.ask.account.missing')
    .meta({ label: 'publishing.ask.account' } satisfies FieldMeta),
  due_on: typedDay()
    .meta({ label: 'publishing.ask.dueOn' } satisfies FieldMeta)
    .optional(),
})

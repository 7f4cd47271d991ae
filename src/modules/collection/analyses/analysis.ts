import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import { type FieldMeta, fileField } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import type { AnalysisState, Evidence } from '../model.ts'

/** A question to data, how it was answered, and who has looked over it. */
export type Analysis = {
  id: string
  question: string
  /** Day as of which data were read. */
  dataAsOf: string
  steps: readonly string[]
  result: string | null
  evidence: readonly Evidence[]
  state: AnalysisState
  author: string
  reviewer: string | null
  reviewedAt: Date | null
  reviewNote: string | null
  changedAt: Date
  version: number
}

const long = { maximum: 8000, hasLines: true } as const

/** An analysis as it is typed. */
export const AnalysisEntry = z.object({
  question: typedText({ minimum: 10, maximum: 500 }).meta({
    label: 'collection.analyses.question',
    hint: 'collection.analyses.question.hint',
  } satisfies FieldMeta),
  data_as_of: typedDay().meta({
    label: 'collection.analyses.asOf',
    hint: 'collection.analyses.asOf.hint',
  } satisfies FieldMeta),
  steps: typedText({ minimum: 3, ...long }).meta({
    label: 'collection.analyses.steps',
    hint: 'collection.analyses.steps.hint',
  } satisfies FieldMeta),
  result: typedText({ minimum: 3, ...long })
    .meta({
      label: 'collection.analyses.result',
      hint: 'collection.analyses.result.hint',
    } satisfies FieldMeta)
    .optional(),
  pages: typedText({ minimum: 1, maximum: 4000, hasLines: true })
    .meta({ label: 'collection.analyses.pages', hint: 'collection.analyses.pages.hint' } satisfies FieldMeta)
    .optional(),
  file: fileField({ label: 'collection.analyses.file' }).optional(),
})
export type AnalysisEntry = z.infer<typeof AnalysisEntry>

/** What is done with it: its author sends it, somebody else says that it holds or returns it. */
export const ReviewEntry = z
  .object({
    verdict: z
      .enum(['sent', 'reviewed', 'returned'], 'collection.analyses.verdict.missing')
      .meta({ label: 'collection.analyses.verdict' } satisfies FieldMeta),
    note: typedText({ minimum: 5, maximum: 2000, hasLines: true })
      .meta({ label: 'collection.analyses.note', hint: 'collection.analyses.note.hint' } satisfies FieldMeta)
      .optional(),
  })
  .refine(({ verdict, note }) => verdict !== 'returned' || note !== undefined, {
    path: ['note'],
    message: 'collection.analyses.note.missing',
  })

/** Lines of a text, without empty ones. */
export const linesIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Pages as they were typed, a line each: ours by their path, others whole. Undefined where a line is neither. */
export function readPages(typed: string, origin: string): Evidence[] | undefined {
  const pages: Evidence[] = []
  for (const line of linesIn(typed)) {
    const address = line.startsWith(`${origin}/`) ? line.slice(origin.length) : line
    const isOurs = /^\/(?!\/)\S*$/.test(address)
    if (!isOurs && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))) return undefined
    pages.push({ kind: 'page', address })
  }
  return pages
}

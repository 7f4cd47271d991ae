import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import { type Complaints, fieldsOf } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { IMPLEMENTATION_STATUSES } from '../model.ts'
import type { RoundReport } from './round.ts'

/** What is typed about one action, in one form. */
export const ReportForm = z.object({
  status: z.enum(IMPLEMENTATION_STATUSES).meta({ label: 'strategy.round.report.status' }),
  sentence: typedText({ minimum: 5, maximum: 500, hasLines: true }).meta({
    label: 'strategy.round.report.sentence',
    hint: 'strategy.round.report.sentence.hint',
  }),
  evidence_url: z
    .string()
    .trim()
    .regex(/^https?:\/\/[^\s]{3,}$/, 'strategy.round.report.evidenceUrl.form')
    .max(500, 'platform.form.long')
    .meta({ label: 'strategy.round.report.evidenceUrl', hint: 'strategy.round.report.evidence.hint' })
    .optional(),
  evidence_title: typedText({ minimum: 0, maximum: 300 })
    .meta({ label: 'strategy.round.report.evidenceTitle' })
    .optional(),
  milestone: typedText({ minimum: 0, maximum: 300 })
    .meta({ label: 'strategy.round.report.milestone', hint: 'strategy.round.report.milestone.hint' })
    .optional(),
  milestone_on: typedDay().meta({ label: 'strategy.round.report.milestoneOn' }).optional(),
})
export const reportFields = fieldsOf(ReportForm)

/** What is reported about an action, as the form or whoever invents it says. */
export type ReportEntry = Pick<
  RoundReport,
  'status' | 'sentence' | 'evidenceTitle' | 'evidenceUrl' | 'milestone' | 'milestoneOn'
>

/** What was typed as it is kept, or what does not go together. */
export function readReportEntry(
  typed: z.infer<typeof ReportForm>,
): { entry: ReportEntry } | { complaints: Complaints } {
  const { status, sentence, evidence_url, evidence_title, milestone, milestone_on } = typed
  if (milestone_on && !milestone)
    return { complaints: { milestone: [{ reason: 'strategy.round.report.milestone.missing' }] } }
  if (milestone && !milestone_on)
    return { complaints: { milestone_on: [{ reason: 'strategy.round.report.milestoneOn.missing' }] } }
  return {
    entry: {
      status,
      sentence,
      evidenceTitle: evidence_title || null,
      evidenceUrl: evidence_url || null,
      milestone: milestone || null,
      milestoneOn: milestone_on || null,
    },
  }
}

/** A report as it would be typed. */
export const asTyped = (report: ReportEntry): Record<string, string> => ({
  status: report.status,
  sentence: report.sentence,
  evidence_url: report.evidenceUrl ?? '',
  evidence_title: report.evidenceTitle ?? '',
  milestone: report.milestone ?? '',
  milestone_on: report.milestoneOn ?? '',
})

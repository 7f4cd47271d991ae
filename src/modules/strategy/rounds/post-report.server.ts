import type { RouterContextProvider } from 'react-router'
import { z } from 'zod'
import { databaseContext } from '#platform/context.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { type Reporter, reportAction } from './report.service.server.ts'
import { asTyped, ReportForm, readReportEntry } from './report-entry.ts'
import type { Round } from './round.ts'
import type { Town } from './tasks.server.ts'

const Posted = ReportForm.extend({ action: z.string().max(60) })

/**
 * Reports as a posted form says.
 *
 * @returns the form as it comes back, or the code of the action that was reported on
 */
export async function reportAsPosted(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  town: Town,
  round: Pick<Round, 'key'>,
  reporter: Reporter,
): Promise<{ answer: FormAnswer } | { action: string }> {
  const form = await readForm(request, Posted)
  if (!form.ok) return { answer: form.answer() }
  const { action, ...typed } = form.value
  const read = readReportEntry(typed)
  if ('complaints' in read) return { answer: form.answer(read.complaints) }
  const reported = await reportAction(
    context.get(databaseContext),
    town,
    reporter,
    { round, action, entry: read.entry, seen: form.version, once: form.once },
    new Date(),
  )
  if (reported.kind === 'refused') return { answer: form.answer({ '': [{ reason: reported.why }] }) }
  if (reported.kind === 'meanwhile') {
    const { version } = reported.report
    return { answer: form.answerMeanwhile({ version, saved: asTyped(reported.report) }) }
  }
  return { action }
}

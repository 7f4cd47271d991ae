import { ChoiceField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import type { FormAnswer } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { IMPLEMENTATION_STATUSES } from '../../model.ts'
import type { RoundLine } from '../read-round.server.ts'
import { asTyped, reportFields } from '../report-entry.ts'

const statuses = IMPLEMENTATION_STATUSES.map((value) => ({
  value,
  label: `strategy.status.${value}` as const,
}))

type Props = {
  line: RoundLine
  answer: FormAnswer | undefined
  once: string
}

/** One action in one form: how far it has come, a sentence, what shows it, and what comes next. One post keeps it. */
export function ReportForm({ line, answer, once }: Props) {
  const { text } = useSpeech()
  const newest = line.reports.at(-1)
  const own = answer?.entered.action === line.action ? answer : undefined
  return (
    <ActionForm
      answer={own}
      fields={reportFields}
      once={once}
      version={line.reports.length}
      values={newest ? asTyped(newest) : {}}
    >
      <input type="hidden" name="act" value="report" />
      <input type="hidden" name="action" value={line.action} />
      <ChoiceField of={reportFields.status} options={statuses} />
      <LongField of={reportFields.sentence} rows={3} />
      <LineField of={reportFields.evidence_url} type="url" />
      <LineField of={reportFields.evidence_title} />
      <LineField of={reportFields.milestone} />
      <LineField of={reportFields.milestone_on} type="date" />
      <button type="submit">{text('strategy.round.report.button')}</button>
    </ActionForm>
  )
}

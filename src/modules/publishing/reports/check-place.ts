import type { Complaint } from '#platform/forms/form.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { ReportKind } from './content/kinds.ts'
import { RUN_KINDS } from './model.ts'

type Typed = {
  kind: ReportKind
  strategy: string
  institution?: string | undefined
  as_of?: string | undefined
  since?: string | undefined
}
type Choices = {
  strategies: readonly { value: string }[]
  institutions: readonly { value: string }[]
}

/** What is wrong with what a report is to be about: all of it at once. */
export function complaintsOfPlace(typed: Typed, choices: Choices, today = municipalDay()) {
  const complaints: Record<string, Complaint[]> = {}
  const { kind, strategy, institution, as_of, since } = typed
  if (!choices.strategies.some(({ value }) => value === strategy))
    complaints.strategy = [{ reason: 'platform.edit.notOffered' }]
  if (institution !== undefined) {
    if (!choices.institutions.some(({ value }) => value === institution))
      complaints.institution = [{ reason: 'platform.edit.notOffered' }]
    else if (!RUN_KINDS.some((one) => one === kind))
      complaints.institution = [{ reason: 'publishing.reports.institution.notOf' }]
  }
  for (const [name, day] of [
    ['as_of', as_of],
    ['since', since],
  ] as const)
    if (day !== undefined && day > today) complaints[name] = [{ reason: 'publishing.reports.day.future' }]
  return complaints
}

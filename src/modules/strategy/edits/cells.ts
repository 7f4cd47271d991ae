import type { EditField, Option } from '#platform/editing/edit.ts'
import { choice, line, long } from '#platform/editing/fields.ts'
import { complaintOf } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { type StrategyRows, strategySheets } from '../sheets.ts'

/** The source and the exact place in it, as every citing row has them. */
export const citedFields = (documents: readonly Option[]): EditField[] => [
  choice('source', 'strategy.edit.source', documents),
  line('locator', 'strategy.edit.locator', { hint: 'strategy.edit.locator.hint' }),
]

/** What a row is called in our short words, in both languages. */
export const titleFields: readonly EditField[] = [
  line('title_lv', 'strategy.edit.titleLv', { isRequired: true, hint: 'strategy.edit.title.hint' }),
  line('title_en', 'strategy.edit.titleEn', { isRequired: true }),
]

/** The exact words of the document. */
export const officialFields: readonly EditField[] = [
  long('official_lv', 'strategy.edit.officialLv', { hint: 'strategy.edit.official.hint' }),
  long('official_en', 'strategy.edit.officialEn', { hint: 'strategy.edit.officialEn.hint' }),
]

/** Whether a row is still shown; what points at it is looked at before it is withdrawn. */
export const KEPT_FIELD = 'kept'
export const WITHDRAWN = 'withdrawn'
export const keptField: EditField = choice(
  KEPT_FIELD,
  'strategy.edit.kept',
  [
    { value: 'shown', label: 'strategy.edit.kept.shown' },
    { value: WITHDRAWN, label: 'strategy.edit.kept.withdrawn' },
  ],
  { isRequired: true, hint: 'strategy.edit.kept.hint' },
)

/** Rows of no sheet but those given, for the rules that loading keeps as well. */
export const rowsWith = (rows: Partial<StrategyRows>): StrategyRows => {
  const none = Object.fromEntries(Object.keys(strategySheets).map((name) => [name, []]))
  return { ...(none as unknown as StrategyRows), ...rows }
}

/** A row of which nothing is stated. */
export const unstated = (columns: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, null]))

/** What the rules say of a sheet's rows, by the field in which it stands. */
export function complaintsIn(
  problems: readonly ImportProblem[],
  {
    file,
    fieldOf = ({ column }) => column ?? '',
  }: { file: string; fieldOf?: (problem: ImportProblem) => string },
): Complaints {
  const complaints: Record<string, Complaint[]> = {}
  for (const problem of problems) {
    if (problem.file !== file) continue
    complaints[fieldOf(problem)] ??= [sayPlainly(problem)]
  }
  return complaints
}

/** Columns are called fields where somebody types, and what goes together is said by what is missing. */
function sayPlainly(problem: ImportProblem): Complaint {
  if (problem.reason !== 'platform.import.together') return complaintOf(problem)
  const { found } = problem.values
  if (found === 'deferred') return { reason: 'strategy.edit.deferredReason' }
  if (found === 'planned') return { reason: 'strategy.edit.plannedPromise' }
  if (found === 'works') return { reason: 'strategy.edit.worksNeed' }
  return { reason: 'strategy.edit.together' }
}

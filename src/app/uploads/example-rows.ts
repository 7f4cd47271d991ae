import { cellText } from '#platform/import/cell-text.ts'
import { Refusal } from '#platform/import/column.ts'
import { keyOf } from '#platform/import/find-row.ts'
import type { PlanRow } from '#platform/import/plan-rows.server.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { describedSheets } from '../prepare-folder.server.ts'
import type { SentTable } from './read-parts.server.ts'

/**
 * The example rows of a template that somebody has left in it: nobody means to publish them. Only rows with words of
 * their own are known again for sure; two codes beside each other may be anybody's. Who has loaded an example once may
 * load it again.
 */
export function leftExamples({ name, sheet, read }: SentTable, stored: readonly PlanRow[]): ImportProblem[] {
  const columns = Object.entries(sheet.columns)
  if (!columns.some(([, { form, isOptional }]) => form?.kind === 'text' && !isOptional)) return []
  const described = describedSheets().find((one) => one.name === name)
  const examples = new Set(
    (described?.example.rows ?? []).map((example) =>
      asWords(
        columns.map(([column, { read }]) => {
          const value = read(example[column] ?? '', ';')
          return value instanceof Refusal ? null : value
        }),
      ),
    ),
  )
  const known = new Set(stored.map(({ fields }) => keyOf(fields, sheet.key)))
  return read.rows
    .filter((row) => !known.has(keyOf(row, sheet.key)))
    .filter((row) => examples.has(asWords(columns.map(([column]) => row[column]))))
    .map(({ line }) => ({ file: sheet.file, line, reason: 'platform.import.exampleLeft', values: {} }))
}

const asWords = (values: readonly unknown[]) => JSON.stringify(values.map(cellText))

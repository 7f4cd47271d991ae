import { cellText } from '#platform/import/cell-text.ts'
import { Refusal } from '#platform/import/column.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import type { ReadSheet } from '#platform/import/read-sheet.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import { describedSheets } from '../prepare-folder.server.ts'

/**
 * The example rows of a template that somebody has left in it: nobody means to publish them. Only rows with words of
 * their own are known again for sure; two codes beside each other may be anybody's.
 */
export function leftExamples(name: string, sheet: Sheet, rows: ReadSheet['rows']): ImportProblem[] {
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
  return rows
    .filter((row) => examples.has(asWords(columns.map(([column]) => row[column]))))
    .map(({ line }) => ({ file: sheet.file, line, reason: 'platform.import.exampleLeft', values: {} }))
}

const asWords = (values: readonly unknown[]) => JSON.stringify(values.map(cellText))

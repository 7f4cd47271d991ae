import type { ImportProblem, StoredProblem } from '#platform/import/problems.ts'
import { shown } from '#platform/import/shown.ts'
import type { Text, TextValues } from '#platform/texts/text.ts'

/** One problem in words: where it is, what is wrong, how to mend it. Nothing in it acts on a terminal. */
export function problemText(problem: ImportProblem, text: Text): string {
  const { line, column } = problem
  const message = messageOf(problem, text)
  const file = shown(problem.file)
  if (line === undefined) return text('platform.import.problemFile', { file, message })
  // Line numbers are names, not quantities: no separators in them.
  const place = { file, line: String(line), message }
  return column === undefined
    ? text('platform.import.problemLine', place)
    : text('platform.import.problem', { ...place, column: shown(column) })
}

/** The same of a row that is stored, which is named by its key; what its key leaves open is a dash. */
export function storedProblemText(problem: StoredProblem, text: Text): string {
  const { row, column } = problem
  const message = messageOf(problem, text)
  const file = shown(problem.file)
  if (row === undefined) return text('platform.import.problemFile', { file, message })
  const place = { file, row: shown(row.replaceAll('null', '–')), message }
  return column === undefined
    ? text('platform.import.problemRow', place)
    : text('platform.import.problemCell', { ...place, column: shown(column) })
}

function messageOf({ reason, values, others }: Omit<ImportProblem, 'line'>, text: Text): string {
  const message = text(reason, asShown(values))
  return others === undefined ? message : text('platform.import.alsoIn', { message, count: others })
}

function asShown({ before, ...values }: ImportProblem['values']): TextValues {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? shown(value) : value,
  ])
  return { ...Object.fromEntries(written), ...(before === undefined ? {} : { before: String(before) }) }
}

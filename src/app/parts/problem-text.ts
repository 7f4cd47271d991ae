import type { ImportProblem } from '#platform/import/problems.ts'
import { shown } from '#platform/import/shown.ts'
import type { Text, TextValues } from '#platform/texts/text.ts'

/** One problem in words: where it is, what is wrong, how to mend it. Nothing in it acts on a terminal. */
export function problemText(problem: ImportProblem, text: Text): string {
  const { line, column, reason, others } = problem
  const said = text(reason, asShown(problem.values))
  const message =
    others === undefined ? said : text('platform.import.alsoIn', { message: said, count: others })
  const file = shown(problem.file)
  if (line === undefined) return text('platform.import.problemFile', { file, message })
  // Line numbers are names, not quantities: no separators in them.
  const place = { file, line: String(line), message }
  return column === undefined
    ? text('platform.import.problemLine', place)
    : text('platform.import.problem', { ...place, column: shown(column) })
}

function asShown({ before, ...values }: ImportProblem['values']): TextValues {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? shown(value) : value,
  ])
  return { ...Object.fromEntries(written), ...(before === undefined ? {} : { before: String(before) }) }
}

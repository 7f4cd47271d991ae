import type { ImportProblem } from '#platform/import/problems.ts'
import type { Text } from '#platform/texts/text.ts'

/** One problem in words: where it is, what is wrong, how to mend it. */
export function describeProblem({ file, line, column, reason, values }: ImportProblem, text: Text): string {
  const message = text(reason, values)
  if (line === undefined) return text('platform.import.problemFile', { file, message })
  // Line numbers are names, not quantities: no separators in them.
  const place = { file, line: String(line), message }
  return column === undefined
    ? text('platform.import.problemLine', place)
    : text('platform.import.problem', { ...place, column })
}

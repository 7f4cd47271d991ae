import type { ImportProblem } from '#platform/import/problems.ts'

/**
 * Problems that were not there before. The same words may be said of several rows, so they are counted: only where
 * they are said of more rows than before is there a new one.
 */
export function newProblems(
  before: readonly ImportProblem[],
  after: readonly ImportProblem[],
): ImportProblem[] {
  const was = Map.groupBy(before, wordsOf)
  return [...Map.groupBy(after, wordsOf)].flatMap(([words, problems]) => {
    const known = was.get(words) ?? []
    if (rowsWith(problems) <= rowsWith(known)) return []
    const lines = new Set(known.map(({ line }) => line))
    const others = problems.filter(({ line }) => !lines.has(line))
    return others.length > 0 ? others : problems
  })
}

/** Of a table without rows only how many keys are missed is said, which is less once there are fewer of them. */
const wordsOf = ({ file, column, reason, values }: ImportProblem) =>
  JSON.stringify([file, column, reason, reason === 'platform.import.rowsNeeded' ? values.from : values])

const rowsWith = (problems: readonly ImportProblem[]) =>
  problems.reduce((sum, { others = 0, values }) => sum + 1 + others + Number(values.keys ?? 0), 0)

import type { ImportProblem } from '#platform/import/problems.ts'
import { type SourceRows, sourceSheets } from './sheets.ts'

/** Says what in the rows contradicts itself: what was written until a day was begun before it. */
export function checkSourceRows({ sources }: SourceRows): ImportProblem[] {
  return sources.flatMap(({ line, prepared_from, prepared_to }) => {
    if (prepared_from === null || prepared_to === null || prepared_from <= prepared_to) return []
    const place = { file: sourceSheets.sources.file, line, column: 'prepared_to' }
    const values = { found: prepared_to, other: prepared_from }
    return [{ ...place, reason: 'platform.import.order' as const, values }]
  })
}

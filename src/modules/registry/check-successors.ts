import type { ImportProblem } from '#platform/import/problems.ts'
import { checkWithin, type Span, spanOfRows } from './check-times.ts'
import { beginsAnother, endsOne } from './institution-on.ts'
import { type InstitutionRows, institutionSheets } from './institution-sheets.ts'
import { findCircle } from './succession.ts'

type Row = InstitutionRows['institutionSuccessors'][number]
type Version = InstitutionRows['institutions'][number]
type Versions = ReadonlyMap<string, readonly Version[]>

const { file } = institutionSheets.institutionSuccessors
const { file: where } = institutionSheets.institutions

/** Says what is wrong with who took whose place. */
export function checkSuccessors(
  { institutionSuccessors: rows }: InstitutionRows,
  versionsOf: Versions,
): ImportProblem[] {
  return [
    ...rows.flatMap(checkItself),
    ...rows.flatMap((row) => checkDays(row, versionsOf)),
    ...checkCircles(rows),
  ]
}

function checkItself({ line, institution, successor: found }: Row): ImportProblem[] {
  if (institution !== found) return []
  return [{ file, line, column: 'successor', reason: 'platform.import.itself', values: { found } }]
}

/** The day of a succession is the last of the one before and the first of the one after, where it ends or begins them. */
function checkDays(row: Row, versionsOf: Versions): ImportProblem[] {
  const { line, day: found, institution, successor } = row
  const before = inTime(versionsOf.get(institution)).at(-1)
  const after = inTime(versionsOf.get(successor)).at(0)
  if (found === null || !before || !after || institution === successor) return []
  const same = (version: Version, other: 'valid_from' | 'valid_to'): ImportProblem[] => {
    const day = version[other]
    if (day === found) return []
    const values = { found, where, before: version.line, other, day: day ?? '–' }
    return [{ file, line, column: 'day', reason: 'platform.import.sameDay', values }]
  }
  return [
    // One that is split may end on that day, and one into which others are merged may begin on it.
    ...(endsOne(row) ? same(before, 'valid_to') : isThere(row, institution, 'valid_to', versionsOf)),
    ...(beginsAnother(row) ? same(after, 'valid_from') : isThere(row, successor, 'valid_from', versionsOf)),
  ]
}

const inTime = (versions: readonly Version[] = []) =>
  versions.toSorted((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1))

/** One that goes on, or was there before, must be there on the day. */
function isThere({ line, day }: Row, key: string, side: keyof Span, versionsOf: Versions): ImportProblem[] {
  const span = spanOfRows(versionsOf.get(key) ?? [])
  const stretch = { valid_from: null, valid_to: null, [side]: day }
  return checkWithin(file, { line, ...stretch }, key, span).map((problem) => ({ ...problem, column: 'day' }))
}

/** Each circle is told by the row that closes it; what is left without that row may hold another. */
function checkCircles(rows: readonly Row[]): ImportProblem[] {
  const problems: ImportProblem[] = []
  let links = rows
    .filter(({ institution, successor }) => institution !== successor)
    .map(({ institution, successor, line }) => ({ from: institution, to: successor, line }))
  for (let circle = findCircle(links); circle !== undefined; circle = findCircle(links)) {
    const [from, to] = circle.slice(-2)
    const closing = links.find((link) => link.from === from && link.to === to)
    const values = { found: circle.join(' → ') }
    problems.push({
      file,
      line: closing?.line ?? 1,
      column: 'successor',
      reason: 'platform.import.circle',
      values,
    })
    links = links.filter((link) => link.from !== from || link.to !== to)
  }
  return problems
}

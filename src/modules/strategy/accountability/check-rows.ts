import { checkLater } from '#platform/import/check-later.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { type AccountabilityRows, accountabilitySheets } from './sheets.ts'

/** Years that sums may be of. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

/** Says what in the rows contradicts itself. */
export function checkAccountabilityRows(rows: AccountabilityRows): ImportProblem[] {
  return [
    ...checkLater('action-works.csv', rows.actionWorks, 'starts_on', 'ends_on'),
    ...rows.actionWorks.flatMap(checkWorks),
    ...rows.actionFunding.flatMap(checkFunding),
    ...rows.riskLinks.flatMap((row) => [
      ...checkOneOf(accountabilitySheets.riskLinks.file, row, ['risk', 'factor']),
      ...checkOneOf(accountabilitySheets.riskLinks.file, row, ['goal', 'direction', 'action', 'indicator']),
    ]),
    ...rows.nationalLinks.flatMap((row) =>
      checkOneOf(accountabilitySheets.nationalLinks.file, row, ['goal', 'direction', 'action']),
    ),
  ]
}

/** Works have a last day once they are done. */
function checkWorks({ done_on, state, line }: AccountabilityRows['actionWorks'][number]): ImportProblem[] {
  if (done_on === null || state === 'done') return []
  const values = { found: state, other: 'done_on' }
  const { file } = accountabilitySheets.actionWorks
  return [{ file, line, column: 'done_on', reason: 'platform.import.together', values }]
}

/** No sum is negative, and where no money is needed there is none. */
function checkFunding(row: AccountabilityRows['actionFunding'][number]): ImportProblem[] {
  const place = { file: accountabilitySheets.actionFunding.file, line: row.line }
  const sums = (['planned', 'spent'] as const).flatMap((column): ImportProblem[] => {
    const sum = row[column]
    if (sum === null) return []
    if (row.fund === 'none') {
      const values = { found: 'none', other: column }
      return [{ ...place, column, reason: 'platform.import.together', values }]
    }
    if (sum >= 0) return []
    const values = { found: String(sum), allowed: '0, 1, 2 …' }
    return [{ ...place, column, reason: 'platform.import.choice', values }]
  })
  const { year } = row
  if (year === null || (year >= FIRST_YEAR && year <= LAST_YEAR)) return sums
  const values = { found: String(year), allowed: `${FIRST_YEAR}–${LAST_YEAR}` }
  return [...sums, { ...place, column: 'year', reason: 'platform.import.choice', values }]
}

/** A link has one end on each side. */
function checkOneOf<Row extends { line: number }>(
  file: string,
  row: Row,
  columns: readonly (keyof Row & string)[],
): ImportProblem[] {
  const [first, second] = columns.filter((column) => row[column] !== null)
  const place = { file, line: row.line }
  if (first === undefined)
    return [{ ...place, column: columns[0] ?? '', reason: 'platform.import.required', values: {} }]
  if (second === undefined) return []
  const values = { found: first, other: second }
  return [{ ...place, column: second, reason: 'platform.import.together', values }]
}

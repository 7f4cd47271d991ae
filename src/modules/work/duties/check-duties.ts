import { checkLater } from '#platform/import/check-later.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { DUE_FORMS, fitsRhythm } from './due.ts'
import { type DutyRows, dutySheets } from './sheets.ts'

const { file } = dutySheets.duties
type Row = DutyRows['duties'][number]

/** Says what in the country's duties contradicts itself: a day that does not fit the rhythm, two rules for one day. */
export function checkDutyRows({ duties }: DutyRows): ImportProblem[] {
  return [
    ...checkLater(file, duties, 'valid_from', 'valid_to'),
    ...duties.flatMap(checkDue),
    ...[...Map.groupBy(duties, ({ key }) => key).values()].flatMap(checkOverlaps),
  ]
}

function checkDue({ line, rhythm, due }: Row): ImportProblem[] {
  if (fitsRhythm(rhythm, due)) return []
  const values = { found: due ?? '', allowed: DUE_FORMS[rhythm] ?? '–' }
  return [{ file, line, column: 'due', reason: 'platform.import.choice', values }]
}

/** A rule begins on the day on which the one before no longer holds, or later. */
function checkOverlaps(rules: readonly Row[]): ImportProblem[] {
  const inOrder = rules.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  return inOrder.flatMap(({ line, valid_from }, place) => {
    const before = inOrder[place - 1]
    if (!before || (before.valid_to !== null && before.valid_to <= valid_from)) return []
    const values = { found: valid_from, allowed: `≥ ${before.valid_to ?? '…'}` }
    return [{ file, line, column: 'valid_from', reason: 'platform.import.choice' as const, values }]
  })
}

import { readTyped } from '#platform/editing/read-cells.ts'
import { Refusal } from '#platform/import/column.ts'
import { period } from '#platform/import/columns.ts'
import { comparePeriods } from '#platform/period.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'

const SEPTEMBER = 9

/** The school year that is under way. */
export function schoolYearOf(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= SEPTEMBER ? `${year}/${year + 1}` : `${year - 1}/${year}`
}

/**
 * As of which time something is reported: as asked, else the newest that was reported on, else the school year
 * under way.
 *
 * @throws Refused (400) when what is asked is no time
 */
export function readPeriodAsked(asked: string | null, reported: readonly string[]): string {
  if (asked === null || asked.trim() === '') {
    return reported.toSorted(comparePeriods).at(-1) ?? schoolYearOf(municipalDay())
  }
  const read = readTyped(period, asked)
  if (read instanceof Refusal || read === 'unknown') refuse(400, 'strategy.edit.period.none')
  return read
}

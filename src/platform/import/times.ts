import { parsePeriod } from '../period.ts'
import { isDay } from '../rights/day.ts'
import { type ReadCell, refuse, refuseChoice } from './column.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** `2025-12-31`, or as Latvians write it, `31.12.2025` */
export const readDate: ReadCell<string> = (cell) => {
  const date = asIso(cell)
  if (date === undefined) {
    const isTwoWays = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(cell)
    return refuse(isTwoWays ? 'platform.import.dateAmbiguous' : 'platform.import.date', cell)
  }
  if (!isDay(date)) return refuse('platform.import.date', cell)
  return isWithin(date.slice(0, 4)) ? date : refuseChoice(cell, `${FIRST_YEAR}–${LAST_YEAR}`)
}

function asIso(cell: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(cell) ?? []
  if (day === undefined || month === undefined) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * A school year (`2024/2025`, also as it is often written: `2024./2025.`, `2024/25`), a year, a quarter
 * (`2024-Q3`, `2024 Q3`), a span of three years or more (`2014–2016`), a day (`2024-10-01`), or `unknown`.
 * Two years with a dash between them may be a school year or a span: that is asked, not guessed.
 */
export const readPeriod: ReadCell<string> = (cell, separator) => {
  if (cell.toLowerCase() === 'unknown') return 'unknown'
  if (asIso(cell) !== undefined) return readDate(cell, separator)
  const period = asSchoolYear(cell) ?? asQuarter(cell) ?? asSpan(cell)
  if (period === undefined) return refuse('platform.import.period', cell)
  const { first = '', second = '' } = parsePeriod(period) ?? {}
  const isReal = isWithin(first) && isWithin(second)
  return isReal ? period : refuseChoice(cell, `${FIRST_YEAR}–${LAST_YEAR}`)
}

function asSchoolYear(cell: string): string | undefined {
  const [, first, second] = /^(\d{4})\.?(?:\s?\/\s?(\d{4}|\d{2})\.?)?$/.exec(cell) ?? []
  if (first === undefined || second === undefined) return first
  const next = String(Number(first) + 1).padStart(4, '0')
  return second === next || second === next.slice(-2) ? `${first}/${next}` : undefined
}

function asQuarter(cell: string): string | undefined {
  const [, year, quarter] = /^(\d{4})[\s-]?Q([1-4])$/i.exec(cell) ?? []
  return year === undefined ? undefined : `${year}-Q${quarter}`
}

function asSpan(cell: string): string | undefined {
  const [, first, last] = /^(\d{4})\.?\s?[-–]\s?(\d{4})\.?$/.exec(cell) ?? []
  return Number(last) - Number(first) >= 2 ? `${first}-${last}` : undefined
}

const isWithin = (year: string) => Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR

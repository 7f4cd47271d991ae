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
  const time = Date.parse(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
  if (!isReal) return refuse('platform.import.date', cell)
  return isWithin(date.slice(0, 4)) ? date : refuseChoice(cell, `${FIRST_YEAR}–${LAST_YEAR}`)
}

function asIso(cell: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(cell) ?? []
  if (day === undefined || month === undefined) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A school year (`2024/2025`, also as it is often written: `2024./2025.`, `2024/25`), a year, or `unknown`. */
export const readPeriod: ReadCell<string> = (cell) => {
  if (cell.toLowerCase() === 'unknown') return 'unknown'
  const [, first, second] = /^(\d{4})\.?(?:\s?\/\s?(\d{4}|\d{2})\.?)?$/.exec(cell) ?? []
  if (first === undefined) return refuse('platform.import.period', cell)
  const next = String(Number(first) + 1).padStart(4, '0')
  if (second !== undefined && second !== next && second !== next.slice(-2)) {
    return refuse('platform.import.period', cell)
  }
  if (!isWithin(first)) return refuseChoice(cell, `${FIRST_YEAR}–${LAST_YEAR}`)
  return second === undefined ? first : `${first}/${next}`
}

const isWithin = (year: string) => Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR

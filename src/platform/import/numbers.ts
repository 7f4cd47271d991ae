import { COVERED } from '../covered.ts'
import { type ReadCell, Refusal, refuse, refuseChoice } from './column.ts'

/** More digits than this do not come out of a binary number as they were typed. */
const MAXIMUM_DIGITS = 15
const MAXIMUM_WHOLE = 2 ** 31 - 1

/**
 * A number with a decimal point; with a decimal comma where the file's separator leaves no doubt about it.
 * What is typed comes out again exactly.
 */
export const readDecimal: ReadCell<number> = (cell, separator) => {
  const text = withPoint(cell, separator)
  if (text === undefined) return refuse('platform.import.commaAmbiguous', cell)
  if (!/^-?\d+(\.\d+)?$/.test(text)) return refuseNumber(cell, 'platform.import.decimal')
  const digits = text.replace(/^-?0*/, '').replace('.', '')
  if (digits.length > MAXIMUM_DIGITS) {
    return refuse('platform.import.digits', cell, { maximum: MAXIMUM_DIGITS })
  }
  return Number(text) || 0
}

/** A whole number of at most 32 bits. */
export const readWhole: ReadCell<number> = (cell) => {
  if (!/^-?\d+$/.test(cell)) return refuseNumber(cell, 'platform.import.whole')
  const number = Number(cell) || 0
  return Math.abs(number) <= MAXIMUM_WHOLE ? number : refuseChoice(cell, `${-MAXIMUM_WHOLE}…${MAXIMUM_WHOLE}`)
}

/** A whole number within limits. */
export const readWithin =
  (low: number, high: number): ReadCell<number> =>
  (cell, separator) => {
    const number = readWhole(cell, separator)
    if (number instanceof Refusal) return number
    const allowed = high === MAXIMUM_WHOLE ? `≥ ${low}` : `${low}–${high}`
    return number >= low && number <= high ? number : refuseChoice(cell, allowed)
  }

/** A whole number that begins with 1. */
export const readPositive = readWithin(1, MAXIMUM_WHOLE)

/**
 * The number with a point for its comma; undefined when the comma may as well part the thousands. Where
 * semicolons separate, the program that wrote the file uses the comma in numbers; where commas separate, a
 * comma in a number is somebody's slip; tabs say nothing, so the digits after the comma must.
 */
function withPoint(cell: string, separator: string): string | undefined {
  if (!/^-?\d+,\d+$/.test(cell) || separator === ',') return cell
  if (separator === '\t' && /^-?[1-9]\d{0,2},\d{3}$/.test(cell)) return undefined
  return cell.replace(',', '.')
}

type NumberReason = 'platform.import.decimal' | 'platform.import.whole'

/** Refuses what is no number, by the name of the habit where it is one. */
function refuseNumber(cell: string, otherwise: NumberReason): Refusal {
  // What stands where a small number is protected.
  if (cell === COVERED) return refuse('platform.import.protected', cell)
  if (/^-?\d+,\d+$/.test(cell) && otherwise === 'platform.import.decimal') {
    return refuse('platform.import.decimalComma', cell)
  }
  if (/%\s*$/.test(cell)) return refuse('platform.import.percentSign', cell)
  if (/^[\u2010-\u2015\u2212]\s*\d/.test(cell)) return refuse('platform.import.minusSign', cell)
  if (/^-?\d+([.,]\d+)?e[-+]?\d+$/i.test(cell)) return refuse('platform.import.exponent', cell)
  if (/^-?\d{1,3}([\s'’.,]\d{3})+([.,]\d+)?$/u.test(cell)) return refuse('platform.import.thousands', cell)
  return refuse(otherwise, cell)
}

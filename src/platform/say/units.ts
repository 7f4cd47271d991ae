import type { Language, LocalText } from '../texts/text.ts'
import { NO_BREAK_SPACE, percentSign, sayNumber } from './numbers.ts'

/** What a unit is called, and what stands after a number in it: the same in every language, may be empty. */
export type UnitWords = { name: LocalText; suffix: string }
/** Units that data bring with them, by their codes. */
export type UnitTable = ReadonlyMap<string, UnitWords>

type Known = UnitWords & { said?: LocalText }
const named = (lv: string, en: string, suffix = ''): Known => ({ name: { lv, en }, suffix })

/** How units are called by themselves and, where the language has an article, within a sentence. */
const UNITS: Readonly<Record<string, Known>> = {
  count: { ...named('skaits', 'count'), said: { lv: 'skaits', en: 'a count' } },
  percent: named('procenti', 'per cent', '%'),
  percentagePoint: named('procentpunkti', 'percentage points'),
  ratio: { ...named('attiecība 1 : n', 'ratio 1 : n'), said: { lv: 'attiecība', en: 'a ratio' } },
  heads: named('cilvēku skaits', 'number of people'),
  text: { ...named('teksts', 'text'), said: { lv: 'teksts', en: 'a text' } },
  EUR: named('eiro', 'euros', 'EUR'),
  per1000: named('skaits uz 1000', 'number per 1,000', '/ 1000'),
  per100000: named('skaits uz 100 000', 'number per 100,000', '/ 100\u00a0000'),
  hour: named('stundas', 'hours', 'h'),
  day: named('dienas', 'days', 'd.'),
  point: named('punkti', 'points', 'p.'),
}

const NONE: UnitTable = new Map()
let brought: UnitTable = NONE

/**
 * Does some work during which the units that the data bring are called as the data call them. The work must be done
 * when it returns: what it leaves for later says codes.
 */
export function sayingUnits<Result>(units: UnitTable, work: () => Result): Result {
  const before = brought
  brought = units
  try {
    return work()
  } finally {
    brought = before
  }
}

const wordsOf = (unit: string, own: UnitTable): Known | undefined =>
  UNITS[unit] ?? own.get(unit) ?? brought.get(unit)

/** A unit by its name; one that the product does not know is called as the data call it. */
export const nameUnit = (unit: string, language: Language, own = NONE) =>
  wordsOf(unit, own)?.name[language] ?? unit

/** A unit within a sentence. */
export function sayUnit(unit: string, language: Language, own = NONE) {
  const words = wordsOf(unit, own)
  return (words?.said ?? words?.name)?.[language] ?? `“${unit}”`
}

/** What stands before and after a number in a unit: a per-cent sign, or `1 : `; counts stand by themselves. */
export function signsOf(unit: string, language: Language, own = NONE): { prefix: string; suffix: string } {
  if (unit === 'percent') return { prefix: '', suffix: percentSign(language) }
  const suffix = unit === '' ? '' : (wordsOf(unit, own)?.suffix ?? unit)
  return {
    prefix: unit === 'ratio' ? `1${NO_BREAK_SPACE}:${NO_BREAK_SPACE}` : '',
    suffix: suffix === '' ? '' : `${NO_BREAK_SPACE}${suffix}`,
  }
}

type Writing = { decimals?: number | undefined; own?: UnitTable | undefined }

/** A number in its unit: `4,5 %` or `4.5%`, `1 : 11`, `735`. */
export function sayQuantity(
  value: number,
  unit: string,
  language: Language,
  { decimals, own }: Writing = {},
) {
  const { prefix, suffix } = signsOf(unit, language, own)
  return `${prefix}${sayNumber(value, language, decimals)}${suffix}`
}

import type { Language, LocalText } from '../texts/text.ts'
import { NO_BREAK_SPACE, sayNumber } from './numbers.ts'

/** How units are called by themselves and, with an article where the language has one, within a sentence. */
const UNITS: Readonly<Record<string, { name: LocalText; said: LocalText }>> = {
  count: { name: { lv: 'skaits', en: 'count' }, said: { lv: 'skaits', en: 'a count' } },
  percent: { name: { lv: 'procenti', en: 'per cent' }, said: { lv: 'procenti', en: 'per cent' } },
  percentagePoint: {
    name: { lv: 'procentpunkti', en: 'percentage points' },
    said: { lv: 'procentpunkti', en: 'percentage points' },
  },
  ratio: { name: { lv: 'attiecība 1 : n', en: 'ratio 1 : n' }, said: { lv: 'attiecība', en: 'a ratio' } },
  text: { name: { lv: 'teksts', en: 'text' }, said: { lv: 'teksts', en: 'a text' } },
}

/** A unit by its name; one that the product does not know is called as the data call it. */
export const nameUnit = (unit: string, language: Language) => UNITS[unit]?.name[language] ?? unit

/** A unit within a sentence. */
export const sayUnit = (unit: string, language: Language) => UNITS[unit]?.said[language] ?? `“${unit}”`

/** What stands before and after a number in a unit: a per-cent sign, or `1 : `; counts stand by themselves. */
export function signsOf(unit: string): { prefix: string; suffix: string } {
  return {
    prefix: unit === 'ratio' ? `1${NO_BREAK_SPACE}:${NO_BREAK_SPACE}` : '',
    suffix: unit === 'percent' ? `${NO_BREAK_SPACE}%` : '',
  }
}

/** A number in its unit: `4,5 %`, `1 : 11`, `735`. */
export function sayQuantity(value: number, unit: string, language: Language, decimals?: number): string {
  const { prefix, suffix } = signsOf(unit)
  return `${prefix}${sayNumber(value, language, decimals)}${suffix}`
}

import { numberFormat } from '../texts/formats.ts'
import type { Language } from '../texts/text.ts'

export const NO_BREAK_SPACE = '\u00a0'

/** The per-cent sign as it stands after a number: apart in Latvian, close to it in English. */
export const percentSign = (language: Language) => (language === 'lv' ? `${NO_BREAK_SPACE}%` : '%')

/** A figure is written with all its decimals up to this many, so that nobody reads a rounded one as the figure. */
const MOST_DECIMALS = 6
/** What was computed is rounded to this many decimals. */
const COMPUTED_DECIMALS = 2
/** Doubles carry no more significant digits than this; what comes after is binary dust. */
const SIGNIFICANT_DIGITS = 15

/** A number as the language writes it, with a true minus. A figure shows the decimals that it has. */
export function sayNumber(value: number, language: Language, decimals = MOST_DECIMALS): string {
  return write(withoutDust(value), language, { maximumFractionDigits: decimals })
}

/** What was computed, rounded to two decimals. */
export const sayComputed = (value: number, language: Language) =>
  sayNumber(value, language, COMPUTED_DECIMALS)

/** A number with exactly so many decimals. */
export const sayFixed = (value: number, language: Language, decimals: number) =>
  write(value, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

function write(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const written = numberFormat(language, options).format(Math.abs(value))
  return value < 0 && /[1-9]/.test(written) ? `−${written}` : written
}

/** The same number without what binary fractions leave behind: 0.30000000000000004 is 0.3. */
export const withoutDust = (value: number) => Number(value.toPrecision(SIGNIFICANT_DIGITS))

/**
 * How many decimals two numbers need so that they are not written alike: at least `least`, more where that
 * does not show the difference. Numbers that are the same need no more than `least`.
 */
export function decimalsThatTell(a: number, b: number, least = COMPUTED_DECIMALS): number {
  const [one, other] = [withoutDust(a), withoutDust(b)]
  if (one === other) return least
  let decimals = least
  // As numbers, since nothing is written alike whatever its sign.
  const alike = () => Number(one.toFixed(decimals)) === Number(other.toFixed(decimals))
  while (decimals < SIGNIFICANT_DIGITS && alike()) decimals += 1
  return decimals
}

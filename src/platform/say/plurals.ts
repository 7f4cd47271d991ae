import { pluralRules } from '../texts/formats.ts'
import type { Language } from '../texts/text.ts'

/** Forms of a word by number; Latvian takes `zero` for 0, 10–20, 30 … and `other` where it has none. */
export type Forms = { zero?: string; one: string; other: string }

/**
 * The form of a word that goes with a number, without the number.
 *
 * @param decimals with which the number is written: 1.04 written as 1 takes the form of 1
 */
export function formOf(count: number, language: Language, forms: Forms, decimals?: number): string {
  const options = decimals === undefined ? {} : { maximumFractionDigits: decimals }
  const rule = pluralRules(language, options).select(Math.abs(count))
  return forms[rule as keyof Forms] ?? forms.other
}

import { numberFormat, pluralRules } from './formats.ts'
import type { KeysOf } from './keys.ts'

/** Every text of the product. The application adds each module's file, so that a mistyped key does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllTexts {}

export type TextKey = KeysOf<AllTexts>
export type TextValues = Record<string, string | number>
export type Text<Key extends string = TextKey> = (key: Key, values?: TextValues) => string

export const LANGUAGES = ['lv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** English here is European English: days before months. */
export const LOCALES: Readonly<Record<Language, string>> = { lv: 'lv', en: 'en-GB' }

/**
 * A lookup in one language. `values.count` picks the plural form: 21 is `one` in Latvian. Numbers are
 * written as the language writes them.
 */
export function createText<Key extends string = TextKey>(
  language: Language,
  texts: Readonly<Record<string, string>>,
): Text<Key> {
  const plural = pluralRules(language)
  const number = numberFormat(language, { maximumFractionDigits: 2 })
  return (key, values = {}) => {
    const count = values.count
    const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key
    const found = texts[form] ?? texts[key] ?? key
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'number' ? number.format(value) : value
    })
  }
}

/** A text that the data carry in both languages. */
export type LocalText = { lv: string; en: string }

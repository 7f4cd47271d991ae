import { addressIn } from './language.ts'
import { type Say, sayIn } from './say/index.ts'
import { dateFormat, numberFormat } from './texts/formats.ts'
import { type Language, LOCALES, type LocalText, type Text } from './texts/text.ts'

/** How a page or a report speaks: its texts, its numbers and dates, its addresses. */
export type Speech = {
  language: Language
  text: Text
  /** Numbers, units, periods, lists and plurals in words. */
  say: Say
  /** Picks the page's language of a text that the data carry in both. */
  local: (text: LocalText) => string
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** `2024-12-16` as the language writes a date. */
  date: (day: string | Date) => string
  /** A day and time in Riga, as the language writes them. */
  instant: (at: Date) => string
  /** The same page in this language: `/liepaja` is `/en/liepaja` in English. */
  path: (address: string) => string
}

export function createSpeech(language: Language, text: Text): Speech {
  const locale = LOCALES[language]
  const dates = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const instants = dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Riga' })
  return {
    language,
    text,
    say: sayIn[language],
    local: (both) => both[language],
    number: (value, options) => numberFormat(locale, options).format(value),
    date: (day) => dates.format(typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day),
    instant: (at) => instants.format(at),
    path: (address) => addressIn(language, address),
  }
}

import { createContext, use } from 'react'
import { addressIn } from './language.ts'
import { dateFormat, numberFormat } from './texts/formats.ts'
import type { Language, LocalText, Text } from './texts/text.ts'

export { languageOf, twinAddress } from './language.ts'

/** How the current page speaks: its texts, its numbers and dates, its addresses. */
export type Speech = {
  language: Language
  text: Text
  /** Picks the page's language of a text that the data carry in both. */
  local: (text: LocalText) => string
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** `2024-12-16` as the language writes a date. */
  date: (day: string | Date) => string
  /** The same page in this language: `/liepaja` is `/en/liepaja` in English. */
  path: (address: string) => string
}

const SpeechContext = createContext<Speech | undefined>(undefined)
export const SpeechProvider = SpeechContext.Provider

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('useSpeech: the page is not inside a SpeechProvider')
  return speech
}

/** English here is European English: days before months. */
const LOCALES: Readonly<Record<Language, string>> = { lv: 'lv', en: 'en-GB' }

export function createSpeech(language: Language, text: Text): Speech {
  const locale = LOCALES[language]
  const dates = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    language,
    text,
    local: (both) => both[language],
    number: (value, options) => numberFormat(locale, options).format(value),
    date: (day) => dates.format(typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day),
    path: (address) => addressIn(language, address),
  }
}

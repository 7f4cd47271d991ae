import type { Language } from '#platform/texts/text.ts'
import { stemEnglish } from './stem-english.ts'
import { stemLatvian } from './stem-latvian.ts'

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = { lv: stemLatvian, en: stemEnglish }

export const stemIn = (language: Language, word: string): string => STEMMERS[language](word)

/** Of a word whose language nobody says. */
export const stemsOf = (word: string): string[] => [...new Set([stemLatvian(word), stemEnglish(word)])]

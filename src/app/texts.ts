import { createText, type Language, type Text } from '#platform/texts/text.ts'
import platformEn from '../platform/texts/en.json' with { type: 'json' }
import platformLv from '../platform/texts/lv.json' with { type: 'json' }
import appEn from './texts/en.json' with { type: 'json' }
import appLv from './texts/lv.json' with { type: 'json' }

const lv = { ...platformLv, ...appLv }
const en = { ...platformEn, ...appEn }

type EveryText = typeof lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends EveryText {}
}

/** Every text of the product in one language. */
export const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { lv, en }

const lookups: Readonly<Record<Language, Text>> = { lv: createText('lv', lv), en: createText('en', en) }

export const textIn = (language: Language): Text => lookups[language]

import { createText, type Language, type TextKey, type TextValues } from '#platform/texts/text.ts'
import { strategyTexts } from '../texts/index.ts'

const texts = { lv: createText('lv', strategyTexts.lv), en: createText('en', strategyTexts.en) }

/** A text of this module where there is no page that speaks, as in what somebody is told. */
export const ownText = (key: TextKey, values?: TextValues, language: Language = 'lv'): string =>
  texts[language](key, values)

import { createText, type LocalText, type TextKey, type TextValues } from '#platform/texts/text.ts'
import { strategyTexts } from './texts/index.ts'

const texts = { lv: createText('lv', strategyTexts.lv), en: createText('en', strategyTexts.en) }

/** A text of this module in both languages, where there is no page that speaks. */
export const ownTexts = (key: TextKey, values?: TextValues): LocalText => ({
  lv: texts.lv(key, values),
  en: texts.en(key, values),
})

/** The same in Latvian, as in what a task is called. */
export const ownText = (key: TextKey, values?: TextValues): string => texts.lv(key, values)

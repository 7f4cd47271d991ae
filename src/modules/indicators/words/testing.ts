import { createSpeech } from '#platform/i18n.tsx'
import { createText, type Language } from '#platform/texts/text.ts'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }

/** How pages speak, with the texts of this module only. */
export function speechIn(language: Language) {
  return createSpeech(language, createText(language, language === 'lv' ? lv : en))
}

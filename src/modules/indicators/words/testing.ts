import { createSpeech } from '#platform/i18n.tsx'
import { createText, type Language } from '#platform/texts/text.ts'
import { indicatorsTexts } from '../texts/index.ts'

/** How pages speak, with the texts of this module only. */
export function speechIn(language: Language) {
  return createSpeech(language, createText(language, indicatorsTexts[language]))
}

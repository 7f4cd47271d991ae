import { indicatorsTexts } from '#modules/indicators.server'
import { strategyTexts } from '#modules/strategy.server'
import { surveysTexts } from '#modules/surveys.server'
import { createSpeech, type Speech } from '#platform/speech.ts'
import { platformTexts } from '#platform/texts/index.ts'
import { createText, type Language } from '#platform/texts/text.ts'
import { publishingTexts } from '../../texts/index.ts'

/** How reports speak: as pages do, so that a status or a value is called the same. */
export const speechIn: Readonly<Record<Language, Speech>> = { lv: speak('lv'), en: speak('en') }

function speak(language: Language): Speech {
  const texts = {
    ...platformTexts[language],
    ...indicatorsTexts[language],
    ...surveysTexts[language],
    ...strategyTexts[language],
    ...publishingTexts[language],
  }
  return createSpeech(language, createText(language, texts))
}

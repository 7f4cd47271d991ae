import { createText, type Language, type Text } from '#platform/texts/text.ts'
import indicatorsEn from '../modules/indicators/texts/en.json' with { type: 'json' }
import indicatorsLv from '../modules/indicators/texts/lv.json' with { type: 'json' }
import verdictEn from '../modules/indicators/texts/verdict.en.json' with { type: 'json' }
import verdictLv from '../modules/indicators/texts/verdict.lv.json' with { type: 'json' }
import publishingEn from '../modules/publishing/texts/en.json' with { type: 'json' }
import publishingLv from '../modules/publishing/texts/lv.json' with { type: 'json' }
import strategyEn from '../modules/strategy/texts/en.json' with { type: 'json' }
import strategyLv from '../modules/strategy/texts/lv.json' with { type: 'json' }
import surveysEn from '../modules/surveys/texts/en.json' with { type: 'json' }
import surveysLv from '../modules/surveys/texts/lv.json' with { type: 'json' }
import workEn from '../modules/work/texts/en.json' with { type: 'json' }
import workLv from '../modules/work/texts/lv.json' with { type: 'json' }
import platformEn from '../platform/texts/en.json' with { type: 'json' }
import platformLv from '../platform/texts/lv.json' with { type: 'json' }
import appEn from './texts/en.json' with { type: 'json' }
import appLv from './texts/lv.json' with { type: 'json' }

const lv = {
  ...platformLv,
  ...appLv,
  ...indicatorsLv,
  ...verdictLv,
  ...strategyLv,
  ...surveysLv,
  ...publishingLv,
  ...workLv,
}
const en = {
  ...platformEn,
  ...appEn,
  ...indicatorsEn,
  ...verdictEn,
  ...strategyEn,
  ...surveysEn,
  ...publishingEn,
  ...workEn,
}

type EveryText = typeof lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends EveryText {}
}

/** Every text of the product in one language. */
export const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { lv, en }

const lookups: Readonly<Record<Language, Text>> = { lv: createText('lv', lv), en: createText('en', en) }

export const textIn = (language: Language): Text => lookups[language]

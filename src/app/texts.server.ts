import { platformTexts } from '#platform/texts/index.ts'
import { createText, type Language, type Text } from '#platform/texts/text.ts'
import { accountTexts } from './accounts/texts/index.ts'
import { modules } from './modules.server.ts'
import { appTexts } from './texts/index.ts'

/** Every text of the product in one language. */
export const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  lv: gather('lv'),
  en: gather('en'),
}

function gather(language: Language) {
  const all = [platformTexts, appTexts, accountTexts, ...modules.flatMap(({ texts: own }) => own ?? [])]
  return Object.assign({}, ...all.map((part) => part[language])) as Record<string, string>
}

const lookups: Readonly<Record<Language, Text>> = {
  lv: createText('lv', texts.lv),
  en: createText('en', texts.en),
}

export const textIn = (language: Language): Text => lookups[language]

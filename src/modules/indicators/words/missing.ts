import { createText, type Language, type Text } from '#platform/texts/text.ts'
import type { MissingKind } from '../model.ts'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }

const texts: Readonly<Record<Language, Text<`indicators.missing.${MissingKind}`>>> = {
  lv: createText('lv', lv),
  en: createText('en', en),
}

/** Why there is no value, in words. */
export const sayMissing = (kind: MissingKind, language: Language): string =>
  texts[language](`indicators.missing.${kind}`)

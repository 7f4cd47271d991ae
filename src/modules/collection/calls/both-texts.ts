import type { Language, LocalText, Text, TextKey, TextValues } from '#platform/texts/text.ts'
import { FIELD_KINDS } from '../model.ts'
import type { KindWords } from './option-lines.ts'

/** The texts of the product in both languages. */
export type BothTexts = Readonly<Record<Language, Text>>

export const bothTexts = (texts: (language: Language) => Text): BothTexts => ({
  lv: texts('lv'),
  en: texts('en'),
})

/** A text of ours as the data carry texts. */
export const sayBoth = (texts: BothTexts, key: TextKey, values?: TextValues): LocalText => ({
  lv: texts.lv(key, values),
  en: texts.en(key, values),
})

/** What kinds of fields are called in either language, so that both can be typed. */
export const kindWords = (texts: BothTexts): KindWords =>
  Object.fromEntries(
    FIELD_KINDS.map((kind) => [
      kind,
      [texts.lv(`collection.kindWord.${kind}`), texts.en(`collection.kindWord.${kind}`)],
    ]),
  ) as unknown as KindWords

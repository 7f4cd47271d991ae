import { createText, type Language, type LocalText, type Text } from '#platform/texts/text.ts'
import { type Check, MISSING_ANSWERS, type MissingAnswer } from '../model.ts'
import { collectionTexts } from '../texts/index.ts'

/** How a workbook speaks. */
export type Words = { language: Language; text: Text; local: (text: LocalText) => string }

/** The words of a language, for files that leave the pages. */
export const wordsIn = (language: Language): Words => ({
  language,
  text: createText(language, collectionTexts[language]),
  local: (text) => text[language],
})

const MISSING_WORDS = {
  notApplicable: 'collection.workbook.notApplicable',
  notAvailable: 'collection.workbook.notAvailable',
} as const

/** Why there is no value, as it is chosen in a workbook. */
export const sayMissing = (missing: MissingAnswer, { text }: Words): string => text(MISSING_WORDS[missing])

/** The kind of a missing answer by its words in either language; undefined for other words. */
export function missingOf(said: string): MissingAnswer | undefined {
  const plain = said.trim().toLowerCase()
  return MISSING_ANSWERS.find((missing) =>
    [missing, sayMissing(missing, LATVIAN), sayMissing(missing, ENGLISH)].some(
      (words) => words.toLowerCase() === plain,
    ),
  )
}

/** What a check says, without the figures that only the server has a place for. */
export const sayMessage = ({ message }: Pick<Check, 'message'>, { local }: Words): string =>
  local(message).replaceAll(/\{\{\w+\}\}/g, '…')

const LATVIAN = wordsIn('lv')
const ENGLISH = wordsIn('en')
